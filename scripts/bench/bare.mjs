// The limit of this machine: node:http, one insert a request, all inserts of one turn in one durable commit.
import http from 'node:http'
import { installed } from '../steps/dependencies.mjs'

const [file] = process.argv.slice(2)
const Database = installed('better-sqlite3')
const database = new Database(file)
database.pragma('journal_mode = WAL')
database.pragma('synchronous = FULL')
database.exec(
  'create table callbacks (id integer primary key, at integer, path text, headers text, body blob)',
)
const insert = database.prepare('insert into callbacks (at, path, headers, body) values (?, ?, ?, ?)')

let waiting = []
const commit = database.transaction((batch) => {
  for (const { request, body } of batch) {
    insert.run(Date.now(), request.url, JSON.stringify(request.rawHeaders), body)
  }
})
const flush = () => {
  const batch = waiting
  waiting = []
  commit(batch)
  for (const { response } of batch) {
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end('{"ResultCode":0,"ResultDesc":"Accepted"}')
  }
}

const server = http.createServer((request, response) => {
  const chunks = []
  request.on('data', (chunk) => chunks.push(chunk))
  request.on('end', () => {
    if (waiting.length === 0) setImmediate(flush)
    waiting.push({ request, response, body: Buffer.concat(chunks) })
  })
})
server.listen(0, '127.0.0.1', () => console.log(`listening ${server.address().port}`))
