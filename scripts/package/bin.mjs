#!/usr/bin/env node
// Read by old versions of Node too: whoever has one is told in a line.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major > 22 || (major === 22 && minor >= 14)) import('./host.mjs')
else {
  console.error(
    `Jaribu needs Node 22.14 or newer and this is ${process.versions.node}. Install a current one from https://nodejs.org`,
  )
  process.exitCode = 1
}
