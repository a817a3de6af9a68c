import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { recordCallback } from '@/lib/workspace/callbacks/record-callback'
import { deps } from '@/lib/workspace/server/context'
import { start } from '@/lib/workspace/server/start'

// The product's capture as it stands, behind a listener that does nothing else.
await start()
const shared = deps()

const pairsOf = (raw: string[]): [string, string][] =>
  raw.flatMap((name, at) => (at % 2 === 0 ? [[name, raw[at + 1] ?? ''] as [string, string]] : []))

const server = http.createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', async () => {
    const [path = '/', query = ''] = (request.url ?? '/').split('?')
    const answer = await recordCallback(shared, path.split('/')[2] ?? '', {
      method: request.method ?? 'GET',
      path,
      query,
      headers: pairsOf(request.rawHeaders),
      body: Buffer.concat(chunks),
      remoteAddress: request.socket.remoteAddress ?? '',
    })
    response.writeHead(answer.status, answer.headers.flat()).end(answer.body)
  })
})
server.listen(0, '127.0.0.1', () => console.log(`listening ${(server.address() as AddressInfo).port}`))
