// Opens streams and tells how long an event takes to each of them: listen.mjs <port> <path> <listeners> <rounds> [deaf]
// `deaf` more streams are opened that take nothing.
import net from 'node:net'
import { apiToken, percentile } from './processes.mjs'

const [port, path, listeners, rounds, deaf = '0'] = process.argv.slice(2)

const openStream = (isDeaf) =>
  new Promise((resolve, reject) => {
    const stream = { wanted: undefined, done: undefined }
    const socket = net.connect(Number(port), '127.0.0.1', () =>
      socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${apiToken}\r\n\r\n`),
    )
    socket.on('error', reject)
    let isOpen = false
    socket.on('data', (chunk) => {
      if (!isOpen) {
        isOpen = true
        if (!chunk.includes('200 OK')) reject(new Error(chunk.toString().slice(0, 200)))
        if (isDeaf) socket.pause()
        resolve(stream)
      }
      if (stream.wanted && chunk.includes(stream.wanted)) {
        stream.wanted = undefined
        stream.done(performance.now())
      }
    })
  })

const send = (marker, body = '{}') =>
  fetch(`http://127.0.0.1:${port}/hook/local/${marker}`, { method: 'POST', body })

const streams = []
// In steps, as browsers come: a thousand at once is another test.
for (let at = 0; at < Number(listeners) + Number(deaf); at += 50) {
  const count = Math.min(50, Number(listeners) + Number(deaf) - at)
  streams.push(
    ...(await Promise.all(
      Array.from({ length: count }, (_, index) => openStream(at + index >= Number(listeners))),
    )),
  )
}
const hearing = streams.slice(0, Number(listeners))

// What the deaf do not take has to wait somewhere.
if (Number(deaf) > 0) {
  for (let at = 0; at < 100; at += 1) {
    await Promise.all(Array.from({ length: 32 }, (_, index) => send(`load-${at}-${index}`, 'x'.repeat(400))))
  }
}

const delays = []
for (let round = 0; round < Number(rounds); round += 1) {
  const marker = `delay-${round}-`
  const arrivals = Promise.all(
    hearing.map(
      (stream) =>
        new Promise((done) => {
          stream.wanted = marker
          stream.done = done
        }),
    ),
  )
  const began = performance.now()
  await send(marker)
  // The first rounds warm the path up.
  for (const arrived of await arrivals) if (round >= 10) delays.push(arrived - began)
}
console.log(JSON.stringify({ median: percentile(delays, 0.5), p95: percentile(delays, 0.95) }))
process.exit(0)
