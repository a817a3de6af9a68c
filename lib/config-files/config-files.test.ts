import { describe, expect, test } from 'vitest'
import { readConfigFile } from '.'

const lines = (text: string, name?: string) =>
  readConfigFile(text, name).settings.map(({ where, line, value }) => [where, line, value])

describe('a format is told', () => {
  test.each([
    ['A=1', '.env file'],
    ['<?php return [];', 'PHP'],
    ['import os\nA = "b"', 'Python'],
    ['const a = { b: "c" }', 'JavaScript'],
    ['{"a": 1}', 'JSON'],
    ['a:\n  b: c', 'YAML'],
    ['services:\n  a:\n    image: b', 'docker compose file'],
    ['apiVersion: v1\nkind: ConfigMap', 'Kubernetes manifest'],
    ['a.b=c', '.properties file'],
    ['docker run -e A=b c', 'docker run'],
  ])('%j is %s', (text, format) => expect(readConfigFile(text).format).toBe(format))

  test('by the name of the file, where there is one', () => {
    expect(readConfigFile('A = "b"', 'settings.py').format).toBe('Python')
    expect(readConfigFile('A: b', 'app.properties').format).toBe('.properties file')
  })
})

describe('a setting has its line', () => {
  test.each<[string, string, [string, number, string][]]>([
    [
      '.env over lines',
      'A="1\n2"\r\nB=3',
      [
        ['A', 1, '1\n2'],
        ['B', 3, '3'],
      ],
    ],
    ['PHP', "<?php\nreturn [\n 'a' => ['b' => 'c'],\n];", [['a.b', 3, 'c']]],
    ['Python', 'import os\n\nA = {\n  "b": "c"}', [['A.b', 4, 'c']]],
    ['JavaScript', '// x\nexport default {\n  a: `b` }', [['a', 3, 'b']]],
    ['JSON', '{\n "a": {\n "b": 1}}', [['a.b', 3, '1']]],
    ['YAML', '# x\na:\n  b: c', [['a.b', 3, 'c']]],
    [
      'properties',
      'x.a=\\\n  1\nb.c=2',
      [
        ['x.a', 1, '1'],
        ['b.c', 3, '2'],
      ],
    ],
  ])('of %s', (_, text, expected) => expect(lines(text)).toEqual(expected))
})

describe('what is made to overwhelm', () => {
  test('names that stand for names are not followed for ever', () => {
    const rows = [...'bcdefghi'].map(
      (name, at) => `${name}: &${name} [${Array(10).fill(`*${'abcdefghi'[at]}`).join(',')}]`,
    )
    const file = readConfigFile(`a: &a [x,x,x,x,x,x,x,x,x,x]\n${rows.join('\n')}`)
    expect(file.settings.length).toBeLessThan(50_001)
    expect(file.unread.at(-1)?.reason).toContain('repeats itself')
  })

  test.each(['{"a":', '[', 'const a=[', '<?php $a=[', 'a: ['])('%j many times over ends', (piece) => {
    expect(readConfigFile(piece.repeat(20_000)).settings.filter(({ value }) => value)).toEqual([])
  })
})

test('what is broken says where, and quotes nothing of it', () => {
  const { unread } = readConfigFile('{\n "a": "hidden-secret"\n "b": 1}')
  expect(unread).toEqual([{ key: '', line: 3, reason: expect.stringContaining('line 3 column 2') }])
  expect(JSON.stringify(unread)).not.toContain('hidden')
})
