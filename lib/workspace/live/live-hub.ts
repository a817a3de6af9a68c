import 'server-only'
import { EventEmitter } from 'node:events'
import type { Db } from '@/db/client'
import { insertEvents, type NewEvent, trimEvents } from '@/db/queries/events'
import { log } from '@/lib/log'
import { ofDatabase } from '@/lib/process-state'
import type { Live } from './live'

type Hub = { emitter: EventEmitter; waiting: NewEvent[]; isScheduled: boolean; sinceTrim: number }

const hubOf = ofDatabase(
  'live-hub',
  (): Hub => ({
    emitter: new EventEmitter().setMaxListeners(0),
    waiting: [],
    isScheduled: false,
    sinceTrim: 0,
  }),
)

/** Events kept for those who were away. Whoever is further behind reloads. */
export const keptEvents = 20_000
const trimEvery = 2_000

const people = (workspaceId: string) => `people of ${workspaceId}`

/** The live feed of one process. Events of one turn are written in one transaction, then the streams are woken. */
export const createLive = (db: Db, clock: () => number): Live & { flush(): void } => {
  const hub = hubOf({ db })

  const flush = () => {
    hub.isScheduled = false
    const rows = hub.waiting
    hub.waiting = []
    if (rows.length === 0 || !db.$client.open) return
    try {
      insertEvents(db, rows)
    } catch (error) {
      log().error({ err: error }, 'Live events could not be stored')
      return
    }
    hub.sinceTrim += rows.length
    if (hub.sinceTrim >= trimEvery) {
      hub.sinceTrim = 0
      trimEvents(db, keptEvents)
    }
    for (const workspaceId of new Set(rows.map((row) => row.workspaceId))) hub.emitter.emit(workspaceId)
  }

  const listen = (name: string, wake: () => void) => {
    hub.emitter.on(name, wake)
    return () => {
      hub.emitter.off(name, wake)
    }
  }
  return {
    flush,
    announce(workspaceId, event) {
      hub.waiting.push({ workspaceId, type: event.type, data: JSON.stringify(event.data), at: clock() })
      if (hub.isScheduled) return
      hub.isScheduled = true
      setImmediate(flush)
    },
    subscribe: listen,
    peopleChanged: (workspaceId) => hub.emitter.emit(people(workspaceId)),
    subscribeToPeople: (workspaceId, wake) => listen(people(workspaceId), wake),
  }
}
