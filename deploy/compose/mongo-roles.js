// Given, not run. Makes a user for each service with the least that it needs, on a MongoDB with access control.
//   mongosh "mongodb://…/admin" --username ADMIN --eval 'const passwords = {program: "…", tracking: "…", …}' mongo-roles.js
// Run again, it brings roles and passwords up to date. Each service's MONGODB_URI then carries its own user:
//   mongodb://backtrack-program:…@mongo-1:27017,mongo-2:27017,mongo-3:27017/?replicaSet=rs0&tls=true&authSource=admin
const admin = db.getSiblingDB("admin");

function user(name, roles) {
  const wanted = { pwd: passwords[name], roles };
  const known = admin.getUser(`backtrack-${name}`) !== null;
  if (known) {
    admin.updateUser(`backtrack-${name}`, wanted);
  } else {
    admin.createUser(`backtrack-${name}`, wanted);
  }
}

function role(name, privileges) {
  if (admin.getRole(name) === null) {
    admin.createRole({ role: name, privileges, roles: [] });
  } else {
    admin.updateRole(name, { privileges, roles: [] });
  }
}

// Each service makes its own collections and indexes, and a rebuild drops a collection; nobody else reads them.
for (const name of ["program", "tracking", "notification", "web"]) {
  user(name, [{ role: "readWrite", db: `backtrack-${name}` }]);
}

// Keys and the register of erasures: what is there is never removed, a destroyed key stays as a tombstone.
for (const [name, collection] of [["keys", "keys"], ["erasures", "register"]]) {
  role(`backtrack-${name}`, [{
    resource: { db: `backtrack-${name}`, collection },
    actions: ["find", "insert", "update", "createIndex"],
  }]);
  user(name, [`backtrack-${name}`]);
}
