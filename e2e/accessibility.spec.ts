import { pagesOf } from './every-page'
import { fetchesOf, type Look, look } from './look'
import { expect, test } from './story'

for (const part of [0, 1]) {
  test(`every page is accessible and fits every width in both themes, part ${part + 1} of 2`, async ({
    owner,
    visitor,
    jaribu,
  }) => {
    test.setTimeout(480_000)
    const stranger = await visitor()
    const looks = await Promise.all(
      [owner, stranger].map(async (page): Promise<Look> => {
        const light = { name: 'jaribu-theme', value: 'light', url: jaribu.url, sameSite: 'Lax' } as const
        await page.context().addCookies([light])
        return { page, fetches: fetchesOf(page) }
      }),
    )
    const found: string[] = []
    const pages = await pagesOf(jaribu)
    for (const { path, isStrange } of pages.filter((_, index) => index % 2 === part)) {
      const by = looks[isStrange ? 1 : 0]
      if (by) found.push(...(await look(by, path)))
    }
    expect(found).toEqual([])
  })
}
