// Runs in a process of its own, on raw sockets: the client must not be what is measured.
import net from 'node:net'
import { stkCallback } from './message.mjs'
import { wholeAnswer } from './whole-answer.mjs'

/** `most`: ends after so many answers, counted from the first on; else after `seconds`, without the first second. */
const [port, path, seconds, connections, most = 0] = process.argv
  .slice(2)
  .map((text, at) => (at === 1 ? text : Number(text)))

const wrap = (body) =>
  Buffer.from(
    `POST ${path} HTTP/1.1\r\nHost: localhost:${port}\r\nContent-Type: application/json\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  )

let number = process.pid * 1_000_000
let answered = 0
let refused = 0
let isMeasured = false
let isOver = false

const connect = () =>
  new Promise((resolve, reject) => {
    const socket = net.connect({ port, host: '127.0.0.1', noDelay: true })
    let text = ''
    const send = () => socket.write(wrap(stkCallback(number++)))
    socket.on('connect', send)
    socket.on('error', reject)
    socket.on('close', resolve)
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1')
      const end = wholeAnswer(text)
      if (end === 0) return
      if (isMeasured) {
        if (text.startsWith('HTTP/1.1 200')) answered += 1
        else refused += 1
        if (answered === most) finish()
      }
      text = text.slice(end)
      if (isOver) socket.destroy()
      else send()
    })
  })

const sockets = Array.from({ length: connections }, connect)
let began = performance.now()
const begin = () => {
  isMeasured = true
  began = performance.now()
}
const finish = () => {
  isMeasured = false
  isOver = true
  const rate = (answered / (performance.now() - began)) * 1000
  console.log(JSON.stringify({ rate, answered, refused }))
}
if (most > 0) begin()
else {
  setTimeout(begin, 1000)
  setTimeout(finish, 1000 + seconds * 1000)
}
// A server that is killed takes the connections with it: what was answered until then counts.
await Promise.allSettled(sockets)
if (!isOver) finish()
