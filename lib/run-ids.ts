import { monotonicFactory } from 'ulid'

/**
 * Words that gateways filter in callback URLs and that a ULID can spell: the run's id is part of the URL. In the first
 * ten characters, the time, nothing can be done about them.
 */
const filtered = /EXE|CMD|MPESA/

/** Numbers from 0 up to 1. Drawn many at a time: the library would ask for each of sixteen letters alone. */
const randomNumbers = (): (() => number) => {
  const drawn = new Uint32Array(512)
  let used = drawn.length
  return () => {
    if (used === drawn.length) {
      crypto.getRandomValues(drawn)
      used = 0
    }
    const value = drawn[used] ?? 0
    used += 1
    return value / 2 ** 32
  }
}

/** Makes ULIDs in order. `make` makes one such source. */
export const createRunIds = (
  make: () => () => string = () => monotonicFactory(randomNumbers()),
): (() => string) => {
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
