import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { root, run } from './run.mjs'
import { Halt, say, ticking } from './say.mjs'

/** True when node_modules holds what the lock file asks for; packages of other platforms may be absent. */
export const isInstalled = (folder = root) => {
  const installedFile = path.join(folder, 'node_modules/.package-lock.json')
  if (!existsSync(installedFile)) return false
  const wanted = JSON.parse(readFileSync(path.join(folder, 'package-lock.json'), 'utf8')).packages
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages
  return Object.entries(wanted).every(
    ([name, { version, optional, devOptional }]) =>
      name === '' || installed[name]?.version === version || ((optional || devOptional) && !installed[name]),
  )
}

/** The native module must have been built for this Node: another major version is another binary. */
const canOpenDatabase = async () => {
  // In a process of its own: a binary that was built for another Node may take the process down.
  const script = "new (require('better-sqlite3'))(':memory:').close()"
  return (await run(process.execPath, ['-e', script], { quiet: true })).code === 0
}

export const compilerHint = (platform = process.platform) => {
  const fix = {
    darwin: 'xcode-select --install',
    win32: 'winget install Microsoft.VisualStudio.2022.BuildTools Python.Python.3.12',
    linux:
      'sudo apt-get install -y python3 make g++   (Fedora: sudo dnf install -y python3 make gcc-c++, Alpine: sudo apk add python3 make g++)',
  }
  return `better-sqlite3 has to be compiled here and a compiler is missing. Fix: ${fix[platform] ?? fix.linux}   then start again.`
}

/** What npm's output says went wrong, as one line. */
export const explainInstall = (output, platform = process.platform) => {
  if (
    /getaddrinfo|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT/.test(output) &&
    /headers|nodejs\.org/.test(output)
  ) {
    return 'better-sqlite3 has to be compiled here, and the Node headers for it could not be downloaded. Connect to the internet, or set npm_config_nodedir to a folder with the headers, then start again.'
  }
  if (/gyp ERR!|not found: make|node-gyp/.test(output)) return compilerHint(platform)
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH/.test(output)) {
    return 'The package registry cannot be reached. Connect to the internet (it is only needed to install), then start again.'
  }
  if (/EACCES|EPERM/.test(output)) {
    return `This user may not write to ${root}node_modules. Fix: sudo chown -R "$(id -un)" "${root}"   then start again.`
  }
  if (/ENOSPC/.test(output))
    return 'The disk is full: installing takes about 700 MB. Free some, then start again.'
  return undefined
}

export const ensureDependencies = async () => {
  if (!isInstalled()) {
    say('Installing dependencies (about a minute where better-sqlite3 must be compiled)')
    const { code, output } = await ticking('installing', () =>
      run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], { quiet: true }),
    )
    if (code !== 0) {
      const last = output.trim().split('\n').slice(-15).join('\n')
      throw new Halt(explainInstall(output) ?? `npm ci failed:\n${last}`)
    }
  }
  if (await canOpenDatabase()) return
  say(`Rebuilding better-sqlite3 for Node ${process.versions.node}`)
  const { output } = await ticking('rebuilding', () =>
    run('npm', ['rebuild', 'better-sqlite3'], { quiet: true }),
  )
  if (!(await canOpenDatabase())) throw new Halt(explainInstall(output) ?? compilerHint())
}

/** Loads an installed package by name, after `ensureDependencies`. */
export const installed = createRequire(path.join(root, 'package.json'))
