import 'server-only'

/** Waits for a turn of everybody else whenever this piece of work has had the process for so long. */
export const inSlices = (ms = 10): (() => Promise<void>) => {
  let began = performance.now()
  return async () => {
    if (performance.now() - began < ms) return
    await new Promise((done) => setImmediate(done))
    began = performance.now()
  }
}
