import { Badge, type BadgeTone } from '@/components/ui/badge'
import type { ApplicationView, PortalSide } from '@/lib/workspace/portal/views'

const looks: Record<ApplicationView['state'], { tone: BadgeTone; label: string }> = {
  draft: { tone: 'neutral', label: 'Draft' },
  'in-review': { tone: 'pending', label: 'In review' },
  accepted: { tone: 'good', label: 'Accepted' },
  rejected: { tone: 'refused', label: 'Rejected' },
}

export function StateBadge({ state }: { state: ApplicationView['state'] }) {
  return <Badge tone={looks[state].tone}>{looks[state].label}</Badge>
}

/** What each side of an organisation does, as a heading. */
export const sideTitles: Record<PortalSide, string> = {
  organisation: 'Decides for it',
  developer: 'Develops for it',
}
