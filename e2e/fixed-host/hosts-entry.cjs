// What a line in /etc/hosts and a redirect of port 443 do, for one process: nobody may change those for a test.
const dns = require('node:dns')
const net = require('node:net')

const [host, port] = process.env.HOSTS_ENTRY.split(':')
const { lookup } = dns
dns.lookup = (name, options, done) => lookup(name === host ? '127.0.0.1' : name, options, done)
const { connect } = net.Socket.prototype
net.Socket.prototype.connect = function (...given) {
  const [options] = Array.isArray(given[0]) ? given[0] : given
  if (options.host === host && Number(options.port) === 443) options.port = Number(port)
  return connect.apply(this, given)
}
