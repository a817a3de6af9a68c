import type { TokenAnswer } from '@/lib/workspace/environments/views'

/** Why no token came, in a sentence; undefined when one came. */
export const whyNoToken = (answer: TokenAnswer): string | undefined => {
  switch (answer.kind) {
    case 'token':
    case 'not-needed':
      return undefined
    case 'missing':
      return answer.message
    case 'unreachable':
      return answer.detail
    case 'refused':
      return `The provider answered HTTP ${answer.status}${answer.code ? ` with ${answer.code}` : ''}${answer.description ? `: ${answer.description}` : '.'}`
  }
}
