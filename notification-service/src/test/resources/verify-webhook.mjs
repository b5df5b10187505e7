// Verifies a webhook with the public library: node verify-webhook.mjs SECRET, the headers and the body as JSON on stdin.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const { Webhook } = createRequire(process.argv[3] + "/")("standardwebhooks");
const { headers, body } = JSON.parse(readFileSync(0, "utf8"));
try {
  new Webhook(process.argv[2]).verify(body, headers);
  console.log("accepted");
} catch (failure) {
  console.log("refused: " + failure.message);
}
