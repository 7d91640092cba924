// Runs named steps one after another and prints a line for each, so that a failure names what a peer could not do.

const limitMs = 45_000;
let done = 0;
let broken = 0;

export async function within(ms, what, promise) {
  let timer;
  const late = new Promise((_, reject) => { timer = setTimeout(() => reject(new Error(`${what}: nothing within ${ms} ms`)), ms); });
  try { return await Promise.race([promise, late]); } finally { clearTimeout(timer); }
}

export async function step(name, body) {
  try {
    await within(limitMs, name, body());
    done++;
    console.log(`ok      ${name}`);
  } catch (error) {
    broken++;
    console.log(`NOT OK  ${name}\n        ${String(error?.stack ?? error).replaceAll('\n', '\n        ')}`);
  }
}

/** Prints the sum and ends the process: 0 only when every step held and there was at least one. */
export function finish() {
  console.log(`${done} steps held, ${broken} did not`);
  process.exit(broken === 0 && done > 0 ? 0 : 1);
}

/** The first `event` of `emitter` that `accept` takes, as the list of its arguments. Listen before you act. */
export function next(emitter, event, accept = () => true) {
  const heard = new Promise((resolve) => {
    const listen = (...values) => {
      if (!accept(...values)) return;
      emitter.off(event, listen);
      resolve(values);
    };
    emitter.on(event, listen);
  });
  return within(10_000, `event ${event}`, heard);
}
