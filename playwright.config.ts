import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'
import { chromiumArgs } from './scripts/steps/browser.mjs'

// An empty CHROMIUM_PATH asks for Playwright's own browser.
const asked = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
const executablePath = asked !== '' && existsSync(asked) ? asked : undefined

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/build-first.ts',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    locale: 'en-GB',
    timezoneId: 'Africa/Nairobi',
    viewport: { width: 1440, height: 900 },
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
    launchOptions: { executablePath, args: chromiumArgs },
  },
})
