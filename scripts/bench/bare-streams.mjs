// The limit of the live feed: node:http, an event serialised once and written to every open answer, nothing stored.
import http from 'node:http'

const open = new Set()
let id = 0

const server = http.createServer((request, response) => {
  if (request.method === 'GET') {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.write('retry: 1000\n\n')
    open.add(response)
    response.once('close', () => open.delete(response))
    return
  }
  request.resume()
  request.once('end', () => {
    id += 1
    // As long as the product's own event of such a callback.
    const data = JSON.stringify({ id, path: request.url, sentence: 'x'.repeat(380) })
    const bytes = Buffer.from(`id: ${id}\nevent: callback\ndata: ${data}\n\n`)
    for (const one of open) one.write(bytes)
    response.end('{}')
  })
})
server.listen(0, '127.0.0.1', () => console.log(`listening ${server.address().port}`))
