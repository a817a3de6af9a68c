import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ensureBrowser } from './browser.mjs'
import { ensureBuild } from './build.mjs'
import { lintAndTypes } from './checks.mjs'
import { countPlaywright, countVitest, sumUp } from './counts.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { runBin } from './run.mjs'
import { Halt, orHalt, say } from './say.mjs'
import { checkWeights } from './weights.mjs'

const readCounts = (file, count) => {
  try {
    return count(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    // No readable report: the runner itself broke.
    return { passed: 0, failed: 1, skipped: [] }
  }
}

const test = async () => {
  await ensureDependencies()
  const browser = await ensureBrowser()
  const reports = mkdtempSync(path.join(tmpdir(), 'jaribu-reports-'))
  const vitestReport = path.join(reports, 'vitest.json')
  const playwrightReport = path.join(reports, 'playwright.json')
  const failedChecks = []
  const check = async (name, work) => {
    say(name)
    if (!(await work())) failedChecks.push(name)
  }

  failedChecks.push(...(await lintAndTypes()))

  say('Unit tests')
  await runBin('vitest/vitest.mjs', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${vitestReport}`,
  ])
  const counts = [readCounts(vitestReport, countVitest)]

  await check('Build', async () => {
    try {
      await ensureBuild()
      return true
    } catch (error) {
      if (!(error instanceof Halt)) throw error
      console.error(error.message)
      return false
    }
  })

  if (failedChecks.includes('Build')) {
    console.error('✗ The stories need a build and did not run.')
  } else {
    await check('Weights', async () => checkWeights())
    say(`Stories in ${browser.path ?? "Playwright's own Chromium"}`)
    await runBin('@playwright/test/cli.js', ['test', '--reporter=list,json'], {
      env: { CHROMIUM_PATH: browser.path ?? '', PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightReport },
    })
    counts.push(readCounts(playwrightReport, countPlaywright))
  }
  rmSync(reports, { recursive: true, force: true })

  const { passed, failed, skipped, isGreen } = sumUp(counts, failedChecks)
  for (const name of failedChecks) console.log(`✗ failed: ${name}`)
  for (const name of skipped) console.log(`✗ skipped, which is not allowed: ${name}`)
  console.log(`${passed} passed, ${failed + skipped.length} failed`)
  process.exit(isGreen ? 0 : 1)
}

orHalt(test())
