const key = Symbol.for('jaribu.process')
const held = globalThis as typeof globalThis & { [key]?: Map<string, unknown> }

/**
 * State of this process, the one place that reaches for globalThis: instrumentation, routes and actions are bundled as
 * separate module graphs, and a module of each would keep a copy of its own. `name` tells one state from another.
 */
export const ofProcess = <State extends object>(name: string, make: () => State): (() => State) => {
  return () => {
    held[key] ??= new Map()
    const known = held[key].get(name) as State | undefined
    if (known) return known
    const made = make()
    held[key].set(name, made)
    return made
  }
}

/** State that belongs to one open database of the process, so that tests with databases of their own share none. */
export const ofDatabase = <State extends object>(
  name: string,
  make: (deps: WithDatabase) => State,
): ((deps: WithDatabase) => State) => {
  const states = ofProcess(name, () => new WeakMap<object, State>())
  return (deps) => {
    const known = states().get(deps.db.$client)
    if (known) return known
    const made = make(deps)
    states().set(deps.db.$client, made)
    return made
  }
}

type WithDatabase = { db: { $client: object } }
