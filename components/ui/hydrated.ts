import { useSyncExternalStore } from 'react'

const subscribe = () => () => {}

/** False while the server's markup is being taken over. */
export const useHydrated = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => true,
    () => false,
  )
