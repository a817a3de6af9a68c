import { call, median } from './processes.mjs'

const questions = {
  'newest 100': () => '/callbacks?view=summary',
  'a page in the middle': (rows) => `/callbacks?view=summary&before=${Math.floor(rows / 2)}`,
  'by receipt': (rows, round) =>
    `/callbacks?view=summary&receipt=BNC${String(rows - 100 - round).padStart(7, '0')}`,
  'text in the body': (rows, round) =>
    `/callbacks?view=summary&q=BNC${String(rows - 200 - round).padStart(7, '0')}`,
  'search everywhere': (rows, round) => `/search?q=BNC${String(rows - 300 - round).padStart(7, '0')}`,
}

/** Median milliseconds of each question over HTTP. */
export const askLists = async (url, rows, rounds = 15) => {
  const times = {}
  for (const [name, path] of Object.entries(questions)) {
    const taken = []
    for (let round = 0; round < rounds + 3; round += 1) {
      const began = performance.now()
      await call(url, 'GET', path(rows, round))
      if (round >= 3) taken.push(performance.now() - began)
    }
    times[name] = median(taken)
  }
  return times
}
