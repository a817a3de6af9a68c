// Runs in a process of its own, on raw sockets: the client must not be what is measured. Sends what it reads from its
// input, each once, and says when it began and how many were answered a second.
import net from 'node:net'
import { wholeAnswer } from './whole-answer.mjs'

let input = ''
for await (const chunk of process.stdin) input += chunk
const { port, connections, wanted, requests } = JSON.parse(input)

const rawOf = ({ method, path, headers, body = '' }) =>
  `${method} ${path} HTTP/1.1\r\nHost: localhost:${port}\r\n${Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}${method === 'GET' ? '' : `Content-Length: ${Buffer.byteLength(body)}\r\n`}\r\n${body}`

const messages = requests.map(rawOf)
let next = 0

const client = () =>
  new Promise((resolve, reject) => {
    const socket = net.connect({ port, host: '127.0.0.1', noDelay: true })
    let text = ''
    const send = () => {
      if (next < messages.length) socket.write(messages[next++])
      else socket.end()
    }
    socket.on('connect', send)
    socket.on('error', reject)
    socket.on('close', resolve)
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1')
      const end = wholeAnswer(text)
      if (end === 0) return
      const status = Number(text.slice(9, 12))
      if (!wanted.includes(status)) reject(new Error(`answered ${text.slice(0, 600)}`))
      text = text.slice(end)
      send()
    })
  })

const began = performance.timeOrigin + performance.now()
await Promise.all(Array.from({ length: connections }, client))
const ended = performance.timeOrigin + performance.now()
console.log(JSON.stringify({ began, rate: (requests.length / (ended - began)) * 1000 }))
