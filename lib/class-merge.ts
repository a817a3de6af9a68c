type Fits = (value: string) => boolean
type Rule = { group: string; fits: Fits }

const some: Fits = (value) => value !== ''
const any: Fits = () => true
const alone: Fits = (value) => value === ''
const oneOf = (words: string): Fits => {
  const known = words.split(' ')
  return (value) => known.includes(value)
}
/** Of prefixes that take colours too: `2`, `[5px]`, `px`. */
const isLength: Fits = (value) => /^\[?-?\d/.test(value) || value === 'px'
const isWidth: Fits = (value) => value === '' || isLength(value)
const startsWith =
  (start: string): Fits =>
  (value) =>
    value.startsWith(start)

const rules = new Map<string, Rule[]>()

/** The earlier rule of a prefix is asked first. */
const add = (group: string, prefix: string, fits: Fits) =>
  rules.set(prefix, [...(rules.get(prefix) ?? []), { group, fits }])

/** Words that stand alone, and words with one dash that are no prefix. */
const words = (group: string, list: string) => {
  for (const word of list.split(' ')) add(group, word, alone)
}

words('display', 'block inline-block inline flex inline-flex grid contents hidden table table-header-group')
words('position', 'static fixed absolute relative sticky')
words('visibility', 'visible invisible')
words('sr', 'sr-only not-sr-only')
words('container', '@container')
add('container-named', '@container', startsWith('/'))
words('text-overflow', 'truncate')
words('numerals', 'tabular-nums proportional-nums')
words('decoration', 'underline no-underline line-through')
add('flex-direction', 'flex', oneOf('row row-reverse col col-reverse'))
add('flex-wrap', 'flex', oneOf('wrap nowrap'))
add('align-items', 'items', some)
add('align-self', 'self', some)
add('justify-content', 'justify', oneOf('start end center between'))
add('col', 'col-span', some)
add('font-size', 'text', (value) => oneOf('xs sm base lg xl 2xl')(value) || isLength(value))
add('text-alignment', 'text', oneOf('left center right'))
add('text-color', 'text', some)
add('font-weight', 'font', oneOf('normal medium semibold bold'))
add('font-family', 'font', some)
add('decoration-style', 'decoration', oneOf('solid dotted dashed'))
add('decoration-color', 'decoration', some)
add('break', 'break', oneOf('normal words all'))
add('list', 'list', oneOf('disc decimal none'))
add('vertical-align', 'align', some)
add('table-layout', 'table', oneOf('auto fixed'))
add('border-collapse', 'border', oneOf('collapse separate'))
add('border-style', 'border', oneOf('solid dashed dotted none'))
add('outline-style', 'outline', oneOf('none hidden'))
add('outline-width', 'outline', isWidth)
add('outline-color', 'outline', some)
add('caret', 'caret', some)
add('bg-size', 'bg', startsWith('[length:'))
add('bg-image', 'bg', (value) => startsWith('[url(')(value) || startsWith('linear-')(value))
add('bg-repeat', 'bg', oneOf('no-repeat'))
add('bg-color', 'bg', some)

const sides = ['', '-x', '-y', '-t', '-r', '-b', '-l']
for (const side of sides) {
  add(`border${side}`, `border${side}`, isWidth)
  add(`border-color${side}`, `border${side}`, some)
}

/** Groups with the name of their prefix, which take whatever follows it. */
const byPrefix =
  'p px py pt pr pb pl m mx my mt mr mb ml scroll-mt scroll-mb space-y gap gap-x gap-y border-spacing basis flex ' +
  'w h size min-w max-w min-h max-h z order line-clamp inset inset-x inset-y top right bottom left translate-x rotate ' +
  'grid-cols row-start col-start justify-self leading tracking opacity duration underline-offset outline-offset accent ' +
  'cursor select whitespace hyphens animate appearance pointer-events break-after break-before break-inside stroke fill ' +
  'wrap overflow overflow-x overflow-y overscroll'
for (const prefix of byPrefix.split(' ')) add(prefix, prefix, some)

/** The same, of prefixes that also stand alone: `rounded`, `rounded-md`. */
for (const prefix of 'rounded rounded-t rounded-l shadow transition grow shrink resize'.split(' ')) {
  add(prefix, prefix, any)
}

const parts = (group: string, ...ends: string[]) => ends.map((end) => group + end)

/** Of what a group sets, these set a part. */
const covered: Record<string, string[]> = {
  'container-named': ['container'],
  p: parts('p', 'x', 'y', 't', 'r', 'b', 'l'),
  px: ['pr', 'pl'],
  py: ['pt', 'pb'],
  m: parts('m', 'x', 'y', 't', 'r', 'b', 'l'),
  mx: ['mr', 'ml'],
  my: ['mt', 'mb'],
  border: parts('border', ...sides.slice(1)),
  'border-x': ['border-r', 'border-l'],
  'border-y': ['border-t', 'border-b'],
  'border-color': parts('border-color', ...sides.slice(1)),
  gap: ['gap-x', 'gap-y'],
  overflow: ['overflow-x', 'overflow-y'],
  rounded: ['rounded-t', 'rounded-l'],
  inset: ['inset-x', 'inset-y', 'top', 'right', 'bottom', 'left'],
  'inset-x': ['right', 'left'],
  'inset-y': ['top', 'bottom'],
  size: ['w', 'h'],
  flex: ['basis', 'grow', 'shrink'],
  'font-size': ['leading'],
  'line-clamp': ['display', 'overflow'],
}

/** The group of a class without its modifiers: by the longest prefix that knows what follows it. */
const groupOf = (name: string): string | undefined => {
  const property = /^\[[\w-]+:/.exec(name)
  if (property) return property[0]
  const text = name.startsWith('-') ? name.slice(1) : name
  const named = text.search(/[[(/]/)
  for (let end = named < 0 ? text.length : named; end > 0; end = text.lastIndexOf('-', end - 1)) {
    const value = text.slice(end).replace(/^-/, '')
    const rule = rules.get(text.slice(0, end).replace(/-$/, ''))?.find(({ fits }) => fits(value))
    if (rule) return rule.group
  }
  return undefined
}

/** `hover:`, `[&_svg]:` and the like, up to the last colon outside of brackets. */
const modifiersOf = (name: string): string => {
  let depth = 0
  let end = 0
  for (let at = 0; at < name.length; at += 1) {
    const letter = name[at]
    if (letter === '[' || letter === '(') depth += 1
    else if (letter === ']' || letter === ')') depth -= 1
    else if (letter === ':' && depth === 0) end = at + 1
  }
  return name.slice(0, end)
}

const mergeAnew = (classes: string): string => {
  const taken = new Set<string>()
  const kept: string[] = []
  for (const name of classes.split(/\s+/).filter(Boolean).reverse()) {
    const modifiers = modifiersOf(name)
    const group = groupOf(name.slice(modifiers.length).replace(/!$/, ''))
    if (group !== undefined) {
      const scope = name.endsWith('!') ? `${modifiers}!` : modifiers
      if (taken.has(scope + group)) continue
      for (const each of [group, ...(covered[group] ?? [])]) taken.add(scope + each)
    }
    kept.push(name)
  }
  return kept.reverse().join(' ')
}

const merged = new Map<string, string>()

/**
 * Of two classes that set the same thing the later stays, as tailwind-merge does it. That library's table of all of
 * Tailwind is four times as heavy, and every page would carry it: here stand the groups of the classes that this house
 * writes, and a test compares both over every one of them.
 */
export const mergeClasses = (classes: string): string => {
  const known = merged.get(classes)
  if (known !== undefined) return known
  if (merged.size >= 1000) merged.clear()
  const result = mergeAnew(classes)
  merged.set(classes, result)
  return result
}
