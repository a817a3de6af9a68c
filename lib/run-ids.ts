import { monotonicFactory } from 'ulid'

/**
 * Words that gateways filter in callback URLs and that a ULID can spell: the run's id is part of the URL. In the first
 * ten characters, the time, nothing can be done about them.
 */
const filtered = /EXE|CMD|MPESA/

/** Makes ULIDs in order. `make` makes one such source. */
export const createRunIds = (make: () => () => string = monotonicFactory): (() => string) => {
  let ulid = make()
  return () => {
    let id = ulid()
    while (filtered.test(id.slice(10))) {
      // The next one of the same millisecond would differ in its last character only.
      ulid = make()
      id = ulid()
    }
    return id
  }
}
