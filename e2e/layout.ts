import type { Page } from '@playwright/test'

/** From the smallest phone to a wide desk. */
export const widths = [1920, 1440, 1280, 1152, 1024, 768, 390, 320] as const

/**
 * What is wrong with how the page is laid out, measured from its boxes: wider than the window, text or controls over
 * each other, text that is cut without an ellipsis or set letter by letter, and fields too narrow to write in.
 */
export const layoutFaults = (page: Page): Promise<string[]> => page.evaluate(measure)

/** Runs in the browser, so that it uses nothing from outside. */
const measure = (): string[] => {
  type Box = { left: number; top: number; right: number; bottom: number }
  type Item = Box & { element: Element; words: string; layer: Element | null }
  /** A number, and a box that says how few characters it takes, need less than text. */
  const narrowestOf = (element: HTMLInputElement | HTMLTextAreaElement) => {
    if (element instanceof HTMLTextAreaElement) return 200
    const isShort = element.size < 20 || (element.maxLength >= 0 && element.maxLength <= 12)
    return element.type === 'number' || isShort ? 80 : 200
  }
  const faults = new Set<string>()
  const styles = new Map<Element, CSSStyleDeclaration>()
  const styleOf = (element: Element) => {
    const known = styles.get(element)
    if (known) return known
    const style = getComputedStyle(element)
    styles.set(element, style)
    return style
  }
  const nameOf = (element: Element, words = '') => {
    const marked = element.closest('[data-slot], [aria-label]')
    const about = marked?.getAttribute('aria-label') ?? marked?.getAttribute('data-slot') ?? ''
    const text = (words || element.textContent || '').trim().replace(/\s+/g, ' ').slice(0, 40)
    return `${element.tagName.toLowerCase()}${about ? `[${about.slice(0, 30)}]` : ''} “${text}”`
  }
  /** What scrolls or floats by itself is a layer of its own: only what shares a layer is compared. */
  const layers = new Map<Element, Element | null>()
  const layerOf = (element: Element): Element | null => {
    const known = layers.get(element)
    if (known !== undefined) return known
    const { position } = styleOf(element)
    const own = position === 'fixed' || position === 'sticky'
    const layer = own ? element : element.parentElement ? layerOf(element.parentElement) : null
    layers.set(element, layer)
    return layer
  }
  /** The part of a box that its ancestors let through, and the ancestor that cuts it without a scroll bar. */
  const shownPart = (
    { left, top, right, bottom }: Box,
    from: Element,
  ): { shown: Box | null; cutBy: Element | null } => {
    let shown = { left, top, right, bottom }
    let cutBy: Element | null = null
    let canScroll = false
    for (let each: Element | null = from; each && each !== document.body; each = each.parentElement) {
      const { overflowX, overflowY, position } = styleOf(each)
      if (overflowX !== 'visible' || overflowY !== 'visible') {
        const edge = each.getBoundingClientRect()
        const isCut =
          (overflowX !== 'visible' && (shown.right > edge.right + 1.5 || shown.left < edge.left - 1.5)) ||
          (overflowY !== 'visible' && shown.bottom > edge.bottom + 4)
        canScroll ||= /auto|scroll/.test(overflowX + overflowY)
        if (isCut && !canScroll) cutBy ??= each
        shown = {
          left: Math.max(shown.left, edge.left),
          right: Math.min(shown.right, edge.right),
          top: Math.max(shown.top, edge.top),
          bottom: Math.min(shown.bottom, edge.bottom),
        }
        if (shown.right - shown.left < 1 || shown.bottom - shown.top < 1) return { shown: null, cutBy }
      }
      if (position === 'fixed') break
    }
    return { shown, cutBy }
  }
  const hasEllipsis = (from: Element, cutBy: Element) => {
    for (let each: Element | null = from; each; each = each.parentElement) {
      const style = styleOf(each)
      if (style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none') return true
      if (each === cutBy) return false
    }
    return false
  }
  const isShown = (element: Element) =>
    element.checkVisibility({
      opacityProperty: true,
      visibilityProperty: true,
      contentVisibilityAuto: true,
    }) && !element.closest('[aria-hidden="true"]:not(svg)')
  const isForReadersOnly = (element: Element) => {
    for (let each: Element | null = element; each; each = each.parentElement) {
      const { clipPath, position, width } = styleOf(each)
      if (position === 'absolute' && (clipPath !== 'none' || width === '1px')) return true
    }
    return false
  }

  const wider = document.documentElement.scrollWidth - innerWidth
  if (wider > 0) faults.add(`the page is ${wider} px wider than the window`)

  const items: Item[] = []
  const range = document.createRange()
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const element = node.parentElement
    const words = node.textContent?.trim() ?? ''
    if (!element || words === '' || /^(script|style|noscript|option|title)$/i.test(element.tagName)) continue
    if (!isShown(element) || isForReadersOnly(element)) continue
    range.selectNodeContents(node)
    const lines = [...range.getClientRects()].filter(({ width }) => width > 0)
    if (
      lines.length > 3 &&
      Math.max(...lines.map(({ width }) => width)) < 26 &&
      !/\s/.test(words.slice(0, 6))
    ) {
      faults.add(`letter by letter: ${nameOf(element, words)}`)
    }
    for (const line of lines) {
      const inset = line.height * 0.22
      const box = { left: line.left, right: line.right, top: line.top + inset, bottom: line.bottom - inset }
      const { shown, cutBy } = shownPart(box, element)
      if (cutBy && !hasEllipsis(element, cutBy)) faults.add(`cut: ${nameOf(element, words)}`)
      if (shown) items.push({ ...shown, element, words, layer: layerOf(element) })
    }
  }
  for (const element of document.querySelectorAll('button, a, input, select, textarea, [role=button]')) {
    if (!isShown(element) || isForReadersOnly(element)) continue
    for (const rect of element.getClientRects()) {
      const { shown } = shownPart(rect, element)
      if (shown) items.push({ ...shown, element, words: '', layer: layerOf(element) })
    }
    const isWritten =
      element instanceof HTMLTextAreaElement ||
      (element instanceof HTMLInputElement &&
        /^(text|search|url|tel|email|password|number)$/.test(element.type))
    const { width } = element.getBoundingClientRect()
    if (isWritten && width > 1 && width < narrowestOf(element)) {
      faults.add(`only ${Math.round(width)} px to write in: ${nameOf(element)}`)
    }
  }

  items.sort((a, b) => a.top - b.top)
  items.forEach((one, index) => {
    for (let next = index + 1; next < items.length; next += 1) {
      const other = items[next]
      if (!other || other.top >= one.bottom - 2) break
      if (one.layer !== other.layer || one.element.contains(other.element)) continue
      if (other.element.contains(one.element)) continue
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left)
      const down = Math.min(one.bottom, other.bottom) - other.top
      if (across <= 2 || down <= 2) continue
      if ([one, other].some(({ element }) => styleOf(element).pointerEvents === 'none')) continue
      // A label around its box, and the lines of one text, belong together.
      if (one.element.closest('label')?.contains(other.element)) continue
      faults.add(
        `over each other: ${nameOf(one.element, one.words)} and ${nameOf(other.element, other.words)}`,
      )
    }
  })
  return [...faults]
}
