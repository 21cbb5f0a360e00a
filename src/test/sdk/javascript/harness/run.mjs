// Runs every scenario in turn and writes one line of JSON for each, then one with the operations that were called.
import { readdirSync } from 'node:fs';
import { signIn } from './client.mjs';
import { calls } from './calls.mjs';
import { scenarios } from './scenario.mjs';

const folder = new URL('../', import.meta.url);
await signIn();
for (const area of readdirSync(folder).filter((file) => file.endsWith('.mjs')).sort()) {
  const from = scenarios.length;
  await import(new URL(area, folder));
  for (const { name, run } of scenarios.slice(from)) {
    const failure = await run().then(() => undefined, (error) => error?.stack ?? JSON.stringify(error));
    console.log(JSON.stringify({ area: area.replace('.mjs', ''), name, failure }));
  }
}
console.log(JSON.stringify({ calls: calls() }));
