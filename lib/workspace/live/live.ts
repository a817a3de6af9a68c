import 'server-only'
import type { LiveEvent } from '../views'

/** Announces what is already committed. The events table is the truth; listeners are only woken. */
export type Live = {
  /** Writes the event and wakes the streams. Call after the data it speaks of is committed. */
  announce(workspaceId: string, event: LiveEvent): void
  /** Wakes when something was announced for this workspace; returns the unsubscriber. */
  subscribe(workspaceId: string, wake: () => void): () => void
  /** Who may listen changed: every open stream asks again. Call after it is committed. */
  peopleChanged(workspaceId: string): void
  subscribeToPeople(workspaceId: string, wake: () => void): () => void
}
