import { useRef, useState } from 'react'

type State<Answer> = { data: Answer | undefined; error: Error | undefined; isPending: boolean }
const atRest = { data: undefined, error: undefined, isPending: false }

/** A call behind a button whose answer is shown beside it. Only the newest counts. */
export const useCall = <Input = void, Answer = unknown>(
  call: (input: Input) => Promise<Answer>,
  onDone?: (answer: Answer) => void,
) => {
  const [state, setState] = useState<State<Answer>>(atRest)
  const newest = useRef(0)
  const run = (input: Input) => {
    newest.current += 1
    const mine = newest.current
    const isNewest = () => newest.current === mine
    setState({ ...atRest, isPending: true })
    call(input).then(
      (data) => {
        if (isNewest()) setState({ ...atRest, data })
        onDone?.(data)
      },
      (thrown: unknown) => {
        if (isNewest())
          setState({ ...atRest, error: thrown instanceof Error ? thrown : new Error(String(thrown)) })
      },
    )
  }
  const forget = () => {
    newest.current += 1
    setState(atRest)
  }
  return { ...state, run, forget }
}
