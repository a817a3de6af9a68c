const bold =
  process.stdout.isTTY && !process.env.NO_COLOR ? (text) => `\x1b[1m${text}\x1b[0m` : (text) => text

/** A step that began. */
export const say = (text) => console.log(`• ${text}`)

/** A line that must be found again. */
export const point = (text) => console.log(bold(text))

/** Something only a person can put right: one line that says how. Ends the script without a stack. */
export class Halt extends Error {}

/** Ends the process with 1 and, for a `Halt`, nothing but its line. */
export const orHalt = (promise) =>
  promise.catch((error) => {
    console.error(error instanceof Halt ? `✗ ${error.message}` : error)
    process.exit(1)
  })

/** `75 s` while it lasts, so that a long step is seen to live. */
export const ticking = async (label, work) => {
  const began = Date.now()
  const seconds = () => Math.round((Date.now() - began) / 1000)
  const timer = setInterval(() => console.log(`  … ${label}, ${seconds()} s`), 10_000)
  try {
    const result = await work()
    console.log(`  done in ${seconds()} s`)
    return result
  } finally {
    clearInterval(timer)
  }
}
