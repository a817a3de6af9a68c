import { type RefObject, useEffect, useRef, useState } from 'react'
import { anyText } from '@/components/address/address'
import { useAddress } from '@/components/address/use-address'
import { callApi } from '@/lib/api/client'
import type { Tree, TreeNode } from '@/lib/guides/types'
import type { CheckReport } from '@/lib/workspace/guides/views'
import { type Choice, nextAfter, readWay, stopsOf, writeWay } from './way'

/** What is asked about, and the way that was taken. */
const names = { run: anyText, environment: anyText, way: anyText }

/** The way through a tree of questions: answered by hand, or by tests of what is asked about. */
export const useTree = (tree: Tree, firstSubject: string, end: RefObject<HTMLElement | null>) => {
  const { values: asked, change } = useAddress(names)
  const [subject, setSubject] = useState(asked[tree.subject] || firstSubject)
  const [way, setWay] = useState<Choice[]>(() => readWay(asked.way))
  const [reports, setReports] = useState<Record<string, CheckReport>>({})
  const [testing, setTesting] = useState<string | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const abort = useRef<AbortController>(null)
  const stops = stopsOf(tree, way)
  useEffect(() => () => abort.current?.abort(), [])

  const keep = (nextWay: Choice[], nextSubject = subject) => {
    setWay(nextWay)
    change({ [tree.subject]: nextSubject, way: writeWay(nextWay) })
  }

  const choose = (id: string) => {
    abort.current?.abort()
    setSubject(id)
    setReports({})
    setFailure(null)
    keep([], id)
  }

  const answer = (at: number, choice: Choice) => {
    setFailure(null)
    keep([...way.slice(0, at), choice])
    setTimeout(() => end.current?.focus())
  }

  const goBack = (at: number) => {
    abort.current?.abort()
    setFailure(null)
    keep(way.slice(0, at))
  }

  /** Tests this node and those after it, until a question or an end. */
  const test = async (at: number) => {
    const controller = new AbortController()
    abort.current = controller
    setFailure(null)
    const taken = way.slice(0, at)
    let id = stops[at]?.id
    try {
      while (id !== undefined) {
        const node: TreeNode | undefined = tree.nodes[id]
        if (node?.kind !== 'check') break
        setTesting(id)
        const body = { check: node.check, [tree.subject]: subject }
        const found = await callApi('POST /guides/checks', { body, signal: controller.signal })
        const tested = id
        setReports((before) => ({ ...before, [tested]: found }))
        taken.push(found.result)
        keep([...taken])
        id = nextAfter(node, found.result)
      }
    } catch (thrown) {
      if (!controller.signal.aborted)
        setFailure(thrown instanceof Error ? thrown.message : 'The test failed.')
    } finally {
      setTesting(null)
      if (!controller.signal.aborted) end.current?.focus()
    }
  }

  return { subject, way, stops, reports, testing, failure, choose, answer, goBack, test }
}
