import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { readAgain } from './read-again'

test('a change during the first reading is not missed', async () => {
  const queries = new QueryClient()
  const answers: ((value: string) => void)[] = []
  const observer = new QueryObserver(queries, {
    queryKey: ['run', '1'],
    queryFn: ({ signal }) =>
      new Promise<string>((resolve) => {
        // Read, so that the reading counts as one that can be cancelled.
        if (!signal.aborted) answers.push(resolve)
      }),
  })
  const stop = observer.subscribe(() => {})
  expect(answers).toHaveLength(1)

  const again = readAgain(queries, ['run', '1'])
  answers[0]?.('as it was before the change')
  await expect.poll(() => answers.length).toBe(2)
  answers[1]?.('as it is now')
  await again

  expect(queries.getQueryData(['run', '1'])).toBe('as it is now')
  stop()
  queries.clear()
})
