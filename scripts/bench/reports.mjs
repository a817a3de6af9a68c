import { call, median } from './processes.mjs'

/** One run that the others are copied from. */
export const firstRun = (url) =>
  call(url, 'POST', '/runs', {
    operation: 'daraja.stk-push',
    environment: 'local',
    sendAnyway: true,
    values: { Amount: 5, PhoneNumber: '254700000000', AccountReference: 'BENCH' },
  })

const day = (ago) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10)

const questions = {
  'last 7 days': () => '/reports?period=7d',
  '30 days beside the 30 before': () => '/reports?period=30d&compare=previous',
  'one operation, 30 days': () => '/reports?period=30d&operation=daraja.stk-push',
  'every run of the year, by the week': () => `/reports?from=${day(366)}&interval=week`,
  'the runs behind a reason, ten months ago': () =>
    `/runs?code=1032&verdict=failed&from=${Date.now() - 301 * 86_400_000}&to=${Date.now() - 300 * 86_400_000}`,
}

/** Median milliseconds of each question over HTTP. */
export const askReports = async (url, rounds = 9) => {
  const times = {}
  for (const [name, path] of Object.entries(questions)) {
    const taken = []
    for (let round = 0; round < rounds + 2; round += 1) {
      const began = performance.now()
      await call(url, 'GET', path())
      if (round >= 2) taken.push(performance.now() - began)
    }
    times[name] = median(taken)
  }
  return times
}
