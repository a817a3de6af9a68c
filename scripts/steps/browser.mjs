import { existsSync } from 'node:fs'
import { installed } from './dependencies.mjs'
import { run, runBin } from './run.mjs'
import { Halt, say, ticking } from './say.mjs'

/** Where systems keep a Chromium. */
const candidates = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/opt/homebrew/bin/chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** No look-ups of its own while it runs: the tests are about loopback. */
export const chromiumArgs = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

/** A file that exists may still lack a library: only a start tells. */
const starts = async (executablePath) => {
  const { chromium } = installed('@playwright/test')
  try {
    const browser = await chromium.launch({ executablePath, args: chromiumArgs, timeout: 20_000 })
    await browser.close()
    return true
  } catch {
    return false
  }
}

const find = async () => {
  for (const file of candidates.filter((file) => file && existsSync(file))) {
    if (await starts(file)) return { path: file }
  }
  return (await starts(undefined)) ? { path: undefined } : undefined
}

const asRoot = (command) => (process.getuid?.() === 0 ? command : ['sudo', '-n', ...command])

const packageManagers = [
  {
    has: '/usr/bin/apt-get',
    commands: [
      ['apt-get', 'update'],
      ['apt-get', 'install', '-y', 'chromium'],
    ],
    root: true,
  },
  { has: '/usr/bin/dnf', commands: [['dnf', 'install', '-y', 'chromium']], root: true },
  { has: '/sbin/apk', commands: [['apk', 'add', 'chromium']], root: true },
  { has: '/usr/bin/pacman', commands: [['pacman', '-Sy', '--noconfirm', 'chromium']], root: true },
  { has: '/opt/homebrew/bin/brew', commands: [['brew', 'install', '--cask', 'google-chrome']], root: false },
  { has: '/usr/local/bin/brew', commands: [['brew', 'install', '--cask', 'google-chrome']], root: false },
]

const installBySystem = async () => {
  const manager = packageManagers.find(({ has }) => existsSync(has))
  if (!manager) return
  say(`Installing Chromium with ${manager.commands[0][0]}`)
  await ticking('installing Chromium', async () => {
    for (const command of manager.commands) {
      const [file, ...args] = manager.root ? asRoot(command) : command
      const { code } = await run(file, args, { quiet: true, env: { DEBIAN_FRONTEND: 'noninteractive' } })
      if (code !== 0) return
    }
  })
}

const installByPlaywright = async () => {
  const isRoot = process.getuid?.() === 0
  say('Downloading a Chromium for the tests')
  await ticking('downloading Chromium', () =>
    runBin('@playwright/test/cli.js', ['install', ...(isRoot ? ['--with-deps'] : []), 'chromium'], {
      quiet: true,
    }),
  )
}

/** A Chromium that starts: the system's, else Playwright's own, else one that gets installed now. */
export const ensureBrowser = async () => {
  const found = await find()
  if (found) return found
  for (const install of [installByPlaywright, installBySystem]) {
    await install()
    const now = await find()
    if (now) return now
  }
  throw new Halt(
    'No Chromium that starts was found or could be installed. Fix: sudo apt-get install -y chromium (macOS: brew install --cask google-chrome), or set CHROMIUM_PATH to one, then run npm test again.',
  )
}
