import { expect, test } from 'vitest'
import { readTracked, trackedFiles } from './repository'

const here = 'tests/house-rules.test.ts'
const texts = trackedFiles().filter(
  (file) =>
    file !== here &&
    /\.(tsx?|mjs|json|md|css|sql|sh|yml|yaml|pem|cer)$|^\.ci\/run$/.test(file) &&
    file !== 'package-lock.json',
)
const code = texts.filter((file) => /\.(tsx?|mjs|css)$/.test(file))

const linesThatMatch = (files: string[], pattern: RegExp) =>
  files.flatMap((file) =>
    readTracked(file)
      .split('\n')
      .flatMap((line, index) =>
        pattern.test(line) ? [`${file}:${index + 1} ${line.trim().slice(0, 100)}`] : [],
      ),
  )

test('no file names a place on one machine', () => {
  expect(linesThatMatch(texts, /(^|[\s'"`(=])\/(work|tmp|home|root|Users)\//)).toEqual([])
})

test('nothing is left for later', () => {
  expect(linesThatMatch(code, /\b(TODO|FIXME|XXX|HACK)\b/)).toEqual([])
  expect(linesThatMatch(code, /coming soon|lorem ipsum|not implemented/i)).toEqual([])
})

test('types are not switched off', () => {
  expect(linesThatMatch(code, /@ts-(ignore|nocheck|expect-error)\b/)).toEqual([])
})

test('a disabled lint rule has its reason beside it', () => {
  const disabled = linesThatMatch(code, /biome-ignore(?!-end)/)
  expect(disabled.filter((line) => !/biome-ignore(-start|-all)? [\w/]+: \S.{8,}/.test(line))).toEqual([])
})

test('what the whole process shares stands in one module', () => {
  const own = code.filter(
    (file) => /^(app|components|lib|db)\//.test(file) && !/\.test\.tsx?$|^lib\/process-state\.ts$/.test(file),
  )
  expect(linesThatMatch(own, /\bglobalThis\s*(as\b|\[)|\bSymbol\.for\(/)).toEqual([])
  const onServer = own.filter((file) => /^(lib|db)\//.test(file))
  expect(linesThatMatch(onServer, /^let /)).toEqual([])
})

test('state in the address is read and written in one place', () => {
  const others = code.filter((file) => /^components\/(?!address\/)/.test(file) && !file.includes('.test.'))
  expect(linesThatMatch(others, /\b(pushState|replaceState|useSearchParams)\b/)).toEqual([])
})

test('no form can be sent by the browser alone, which would write its fields into an address', () => {
  const forms = code
    .filter((file) => /\.tsx$/.test(file))
    .flatMap((file) => [...readTracked(file).matchAll(/<form\b[^>]*/g)].map(([tag]) => ({ file, tag })))
  expect(forms.length).toBeGreaterThan(20)
  expect(forms.filter(({ tag }) => !/\{\.\.\.form\.props\}|method="dialog"/.test(tag))).toEqual([])
})

test('markup never comes from text', () => {
  expect(linesThatMatch(code, /dangerouslySetInnerHTML|\.innerHTML\s*=/)).toEqual([])
})

test('no test sleeps, is skipped or stands alone', () => {
  const tests = code.filter((file) => /\.(test|spec)\.tsx?$|^e2e\//.test(file))
  expect(
    linesThatMatch(tests, /waitForTimeout|\b(test|it|describe)\.(skip|skipIf|runIf|only|todo|fixme)\(/),
  ).toEqual([])
})

test('a test that replaces a module runs apart from the others', () => {
  const replacing = code.filter(
    (file) => /\.test\.tsx?$/.test(file) && /\bvi\.(mock|doMock)\(/.test(readTracked(file)),
  )
  const listed = readTracked('vitest.config.ts')
  expect(replacing.filter((file) => !listed.includes(`'${file}'`))).toEqual([])
})

test('files are kebab-case and named for what they hold', () => {
  const own = code.filter((file) => /^(app|components|lib|db|scripts|tests|e2e)\//.test(file))
  const segments = own.flatMap((file) => file.split('/').map((segment) => ({ file, segment })))
  const isGood = (segment: string) =>
    /^[a-z0-9.-]+$/.test(segment) ||
    /^\([a-z-]+\)$/.test(segment) ||
    /^\[+(\.\.\.)?[A-Za-z]+\]+$/.test(segment)
  expect(segments.filter(({ segment }) => !isGood(segment)).map(({ file }) => file)).toEqual([])
  expect(own.filter((file) => /\/(utils|helpers|common|misc|manager)\b/.test(file))).toEqual([])
})
