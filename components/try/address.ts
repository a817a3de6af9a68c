/** What the address of a form says beside its operation: the open tab, and the run shown below. */
const tabs = ['form', 'body', 'wire', 'code', 'reference'] as const
export type Tab = (typeof tabs)[number]

export const tabOf = (text: string | null): Tab => tabs.find((tab) => tab === text) ?? 'form'

export const runIdOf = (text: string | null): string | null =>
  text && /^[0-9A-HJKMNP-TV-Z]{26}$/.test(text) ? text : null

/** Writes a name of the address without asking the server for the page again. */
const write = (name: string, value: string | null, how: 'push' | 'replace') => {
  const url = new URL(window.location.href)
  if (value === null) url.searchParams.delete(name)
  else url.searchParams.set(name, value)
  if (how === 'push') window.history.pushState(null, '', url)
  else window.history.replaceState(null, '', url)
}

export const showTab = (tab: Tab) => write('tab', tab === 'form' ? null : tab, 'replace')

/** A run that is opened or closed is a step back to go; one that was never sent is not. */
export const showRun = (id: string | null, how: 'push' | 'replace' = 'push') => write('run', id, how)
