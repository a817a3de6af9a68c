import type { Check } from '@/lib/derive/checklist'

const uses = (apis: readonly { id: string }[], ...ids: string[]) => apis.some(({ id }) => ids.includes(id))

/** What Daraja's portal minds that no other does. */
export const darajaChecks: Readonly<Record<string, Check>> = {
  /** Portal FAQ: C2B and M-Pesa Express may share; B2C beside them only where the short code allows both. */
  'shortcodes-apart': ({ settings: { shortcode, lnmShortcode }, apis }) => {
    if (!uses(apis, 'b2c', 'b2c-topup', 'b2pochi')) return null
    const others = [
      ...(uses(apis, 'c2b') ? ['C2B'] : []),
      ...(uses(apis, 'stk-push') && shortcode === lnmShortcode ? ['M-Pesa Express'] : []),
    ]
    if (!shortcode) return null
    return others.length > 0
      ? { isFine: false, text: `B2C shares ${shortcode} with ${others.join(' and ')} in this environment.` }
      : { isFine: true, text: `B2C has ${shortcode} for itself in this environment.` }
  },
}
