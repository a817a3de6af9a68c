import {
  type ComponentType,
  createElement,
  lazy,
  Suspense,
  useCallback,
  useEffect,
  useMemo,
  useState,
} from 'react'
import { useHydrated } from './hydrated'

/** A component whose code is fetched when it is first drawn; until it is here nothing stands in its place. */
export const fetched = <Props extends object>(load: () => Promise<ComponentType<Props>>) => {
  const Part = lazy<ComponentType<Props>>(() => load().then((component) => ({ default: component })))
  return function Fetched(props: Props) {
    const [first] = useState(props)
    const isAlive = useHydrated()
    const [isServersOwn] = useState(!isAlive)
    const [isHere, setHere] = useState(false)
    const tell = useCallback(() => setHere(true), [])
    // React throws away what the server drew when it changes before its code is here, and what was typed with it.
    const shown = isServersOwn && !isHere ? first : props
    return useMemo(
      () => (
        <Suspense>
          {createElement<Props>(Part, shown)}
          <Here tell={tell} />
        </Suspense>
      ),
      [shown, tell],
    )
  }
}

/** Tells when what stands beside it is here. */
function Here({ tell }: { tell: () => void }) {
  useEffect(tell, [tell])
  return null
}

/** The same for what the server has nothing to draw of: fetched once the page is alive. */
export const fetchedLater = <Props extends object>(load: () => Promise<ComponentType<Props>>) => {
  const Part = fetched(load)
  return function FetchedLater(props: Props) {
    return useHydrated() && createElement<Props>(Part, props)
  }
}
