import { createTailwindMerge } from 'tailwind-merge'

const any = () => true
/** Of prefixes that take colours too: `2`, `[5px]`, `px`. */
const isLength = (value: string) => /^\[?-?\d/.test(value) || value === 'px'
const startsWith = (start: string) => (value: string) => value.startsWith(start)

/** Groups with the name of their prefix, which take whatever follows it. */
const byPrefix = [
  ...['p', 'px', 'py', 'pt', 'pr', 'pb', 'pl', 'm', 'mx', 'my', 'mt', 'mr', 'mb', 'ml'],
  ...['scroll-mt', 'scroll-mb', 'space-y', 'gap', 'gap-x', 'gap-y', 'border-spacing', 'basis', 'flex'],
  ...['w', 'h', 'size', 'min-w', 'max-w', 'min-h', 'max-h', 'z', 'order', 'line-clamp'],
  ...['inset', 'inset-x', 'inset-y', 'top', 'right', 'bottom', 'left', 'translate-x', 'rotate'],
  ...['grid-cols', 'row-start', 'col-start', 'justify-self', 'leading', 'tracking', 'opacity', 'duration'],
  ...['underline-offset', 'outline-offset', 'accent', 'cursor', 'select', 'whitespace', 'hyphens', 'animate'],
  ...[
    'appearance',
    'pointer-events',
    'break-after',
    'break-before',
    'break-inside',
    'stroke',
    'fill',
    'wrap',
  ],
  ...['overflow', 'overflow-x', 'overflow-y', 'overscroll'],
]

/** The same, of prefixes that also stand alone: `rounded`, `rounded-md`. */
const byWord = ['rounded', 'rounded-t', 'rounded-l', 'shadow', 'transition', 'grow', 'shrink', 'resize']

const sides = ['', '-x', '-y', '-t', '-r', '-b', '-l']

/** What the first one sets, the others set in part. */
const conflicts = (prefix: string, ...parts: string[]) => ({
  [prefix]: parts.map((part) => `${prefix}${part}`),
})

/**
 * The groups of the classes that stand in this house, and no other: tailwind-merge's own table of all of Tailwind is
 * four times as heavy, and every page carries it. A test compares both over every class that we write.
 */
export const mergeClasses = createTailwindMerge(() => ({
  cacheSize: 500,
  theme: {},
  classGroups: {
    ...Object.fromEntries(byPrefix.map((prefix) => [prefix, [{ [prefix]: [any] }]])),
    ...Object.fromEntries(byWord.map((prefix) => [prefix, [{ [prefix]: ['', any] }]])),
    ...Object.fromEntries(sides.map((side) => [`border${side}`, [{ [`border${side}`]: ['', isLength] }]])),
    ...Object.fromEntries(sides.map((side) => [`border-color${side}`, [{ [`border${side}`]: [any] }]])),
    display: [
      ...['block', 'inline-block', 'inline', 'flex', 'inline-flex', 'grid', 'contents', 'hidden', 'table'],
      { table: ['header-group'] },
    ],
    position: ['static', 'fixed', 'absolute', 'relative', 'sticky'],
    visibility: ['visible', 'invisible'],
    sr: ['sr-only', 'not-sr-only'],
    'flex-direction': [{ flex: ['row', 'row-reverse', 'col', 'col-reverse'] }],
    'flex-wrap': [{ flex: ['wrap', 'nowrap'] }],
    'align-items': [{ items: [any] }],
    'align-self': [{ self: [any] }],
    'justify-content': [{ justify: ['start', 'end', 'center', 'between'] }],
    col: [{ col: [{ span: [any] }] }],
    container: ['@container'],
    'font-size': [{ text: ['xs', 'sm', 'base', 'lg', 'xl', '2xl', isLength] }],
    'text-alignment': [{ text: ['left', 'center', 'right'] }],
    'text-color': [{ text: [any] }],
    'text-overflow': ['truncate'],
    'font-weight': [{ font: ['normal', 'medium', 'semibold', 'bold'] }],
    'font-family': [{ font: [any] }],
    numerals: ['tabular-nums', 'proportional-nums'],
    decoration: ['underline', 'no-underline', 'line-through'],
    'decoration-style': [{ decoration: ['solid', 'dotted', 'dashed'] }],
    'decoration-color': [{ decoration: [any] }],
    break: [{ break: ['normal', 'words', 'all'] }],
    list: [{ list: ['disc', 'decimal', 'none'] }],
    'vertical-align': [{ align: [any] }],
    'table-layout': [{ table: ['auto', 'fixed'] }],
    'border-collapse': [{ border: ['collapse', 'separate'] }],
    'border-style': [{ border: ['solid', 'dashed', 'dotted', 'none'] }],
    'outline-style': [{ outline: ['none', 'hidden'] }],
    'outline-width': [{ outline: ['', isLength] }],
    'outline-color': [{ outline: [any] }],
    caret: [{ caret: [any] }],
    'bg-size': [{ bg: [startsWith('[length:')] }],
    'bg-image': [{ bg: [startsWith('[url(')] }],
    'bg-repeat': [{ bg: ['no-repeat'] }],
    'bg-color': [{ bg: [any] }],
  },
  conflictingClassGroups: {
    ...conflicts('p', 'x', 'y', 't', 'r', 'b', 'l'),
    px: ['pr', 'pl'],
    py: ['pt', 'pb'],
    ...conflicts('m', 'x', 'y', 't', 'r', 'b', 'l'),
    mx: ['mr', 'ml'],
    my: ['mt', 'mb'],
    ...conflicts('border', ...sides.slice(1)),
    'border-x': ['border-r', 'border-l'],
    'border-y': ['border-t', 'border-b'],
    ...conflicts('border-color', ...sides.slice(1)),
    ...conflicts('gap', '-x', '-y'),
    ...conflicts('overflow', '-x', '-y'),
    ...conflicts('rounded', '-t', '-l'),
    inset: ['inset-x', 'inset-y', 'top', 'right', 'bottom', 'left'],
    'inset-x': ['right', 'left'],
    'inset-y': ['top', 'bottom'],
    size: ['w', 'h'],
    flex: ['basis', 'grow', 'shrink'],
    'font-size': ['leading'],
    'line-clamp': ['display', 'overflow'],
  },
  conflictingClassGroupModifiers: { 'font-size': ['leading'] },
  postfixLookupClassGroups: [],
  orderSensitiveModifiers: [
    '*',
    '**',
    'after',
    'backdrop',
    'before',
    'details-content',
    'file',
    'first-letter',
    'first-line',
    'marker',
    'placeholder',
    'selection',
  ],
}))
