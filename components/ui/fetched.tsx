import { type ComponentType, createElement, lazy, Suspense } from 'react'
import { useHydrated } from './hydrated'

/** A component whose code is fetched when it is first drawn; until it is here nothing stands in its place. */
export const fetched = <Props extends object>(load: () => Promise<ComponentType<Props>>) => {
  const Part = lazy<ComponentType<Props>>(() => load().then((component) => ({ default: component })))
  return function Fetched(props: Props) {
    return <Suspense>{createElement<Props>(Part, props)}</Suspense>
  }
}

/** The same for what the server has nothing to draw of: fetched once the page is alive. */
export const fetchedLater = <Props extends object>(load: () => Promise<ComponentType<Props>>) => {
  const Part = fetched(load)
  return function FetchedLater(props: Props) {
    return useHydrated() && createElement<Props>(Part, props)
  }
}
