// Makes the replica set unless it is there, and ends when it has a primary.
try {
  rs.initiate({
    _id: "rs0",
    members: ["mongo-1", "mongo-2", "mongo-3"].map((host, i) => ({ _id: i, host: `${host}:27017` })),
  });
} catch (failure) {
  if (failure.codeName !== "AlreadyInitialized") {
    throw failure;
  }
}
while (!rs.status().members.some((member) => member.stateStr === "PRIMARY")) {
  sleep(500);
}
