import { choiceOf, textThat } from '@/components/address/address'
import { changeAddress } from '@/components/address/use-address'

const tabs = ['form', 'body', 'wire', 'code', 'reference'] as const
export type Tab = (typeof tabs)[number]

/** What the address of a form says beside its operation: the open tab, and the run shown below. */
export const tryNames = {
  tab: choiceOf(tabs, 'form'),
  run: textThat((text) => /^[0-9A-HJKMNP-TV-Z]{26}$/.test(text)),
}

export const showTab = (tab: Tab) => changeAddress(tryNames, { tab }, 'replace')

/** A run that is opened or closed is a step back to go; one that was never sent is not. */
export const showRun = (id: string | null, how: 'push' | 'replace' = 'push') =>
  changeAddress(tryNames, { run: id ?? '' }, how)
