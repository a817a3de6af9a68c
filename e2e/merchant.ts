import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'

type Heard = { path: string; body: ReturnType<typeof JSON.parse> }

/** Somebody's own server, which answers validations as it is told and confirmations always. */
export const startMerchant = async () => {
  const heard: Heard[] = []
  const silent: http.ServerResponse[] = []
  let answer: 'accept' | 'reject' | 'say nothing' = 'accept'
  const server = http.createServer(async (request, response) => {
    let text = ''
    for await (const chunk of request) text += chunk
    const path = request.url ?? ''
    heard.push({ path, body: JSON.parse(text) })
    response.setHeader('content-type', 'application/json')
    if (!path.startsWith('/validation')) response.end('{"ResultCode":0,"ResultDesc":"Success"}')
    else if (answer === 'accept') response.end('{"ResultCode":"0","ResultDesc":"Accepted"}')
    else if (answer === 'reject') response.end('{"ResultCode":"C2B00012","ResultDesc":"Rejected"}')
    else silent.push(response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    validations: () => heard.filter(({ path }) => path.startsWith('/validation')),
    answerWith: (next: typeof answer) => {
      answer = next
    },
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
