import { type ComponentType, createElement, lazy, Suspense } from 'react'

/** A component whose code is fetched when it is first drawn; until it is here nothing stands in its place. */
export const fetched = <Props extends object>(load: () => Promise<ComponentType<Props>>) => {
  const Part = lazy<ComponentType<Props>>(() => load().then((component) => ({ default: component })))
  return function Fetched(props: Props) {
    return <Suspense>{createElement<Props>(Part, props)}</Suspense>
  }
}
