import http from 'node:http'
import { apiToken, percentile } from './processes.mjs'

/** One open stream; `wait(marker)` resolves with the moment at which that marker was read. */
const openStream = (url) =>
  new Promise((resolve, reject) => {
    const waiting = new Map()
    let text = ''
    const request = http.get(
      `${url}/api/live`,
      { headers: { authorization: `Bearer ${apiToken}` }, agent: false },
      (answer) => {
        if (answer.statusCode !== 200) reject(new Error(`/api/live answered ${answer.statusCode}`))
        answer.setEncoding('utf8')
        answer.on('data', (chunk) => {
          text = (text + chunk).slice(-20_000)
          for (const [marker, done] of waiting) {
            if (!text.includes(marker)) continue
            waiting.delete(marker)
            done(performance.now())
          }
        })
        answer.on('error', () => undefined)
        resolve({
          wait: (marker) => new Promise((done) => waiting.set(marker, done)),
          close: () => request.destroy(),
        })
      },
    )
    request.on('error', reject)
  })

/** Milliseconds from sending a callback to reading its event on each of `listeners` streams. */
export const measureStreams = async (url, listeners, rounds = 40) => {
  const streams = await Promise.all(Array.from({ length: listeners }, () => openStream(url)))
  const delays = []
  for (let round = 0; round < rounds; round += 1) {
    const marker = `delay-${listeners}-${round}-`
    const arrivals = Promise.all(streams.map((stream) => stream.wait(marker)))
    const began = performance.now()
    await fetch(`${url}/hook/local/${marker}`, { method: 'POST', body: '{}' })
    // The first rounds warm the path up.
    for (const arrived of await arrivals) if (round >= 10) delays.push(arrived - began)
  }
  for (const stream of streams) stream.close()
  return { median: percentile(delays, 0.5), p99: percentile(delays, 0.99) }
}
