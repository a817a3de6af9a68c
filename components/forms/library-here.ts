type Library = typeof import('./form-library').formLibrary

let here: Library | undefined
let isFetching = false
const listeners = new Set<() => void>()
/** How long until a library that could not be fetched is asked for again. */
const retryMs = 2000

const take = (library: Library) => {
  here = library
  for (const notify of [...listeners]) notify()
}

const fetchLibrary = () => {
  if (here || isFetching) return
  isFetching = true
  import('./form-library').then(
    (module) => take(module.formLibrary),
    () => {
      isFetching = false
      setTimeout(fetchLibrary, retryMs)
    },
  )
}

/** The form library, fetched once a page with a form is alive. A screen that cannot be drawn without it hands it over. */
export const libraryHere = {
  now: (): Library | undefined => here,
  subscribe: (notify: () => void) => {
    listeners.add(notify)
    return () => void listeners.delete(notify)
  },
  fetch: fetchLibrary,
  take,
}
