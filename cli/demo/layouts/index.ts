import type { DemoArticle } from "../articles.ts";
import { blogLayout } from "./blog.ts";
import { briefsLayout } from "./briefs.ts";
import type { ArticlePage, Html } from "./frame.ts";
import { liveblogLayout } from "./liveblog.ts";
import { metaLayout } from "./meta.ts";
import { semanticLayout } from "./semantic.ts";
import { shellLayout } from "./shell.ts";
import { tableLayout } from "./table.ts";

const layouts: Record<DemoArticle["layout"], (page: ArticlePage) => Html> = {
  semantic: semanticLayout,
  meta: metaLayout,
  table: tableLayout,
  blog: blogLayout,
  liveblog: liveblogLayout,
  briefs: briefsLayout,
  shell: shellLayout,
};

/** The markup of an article's page in the layout that the article asks for. */
export async function articlePage(page: ArticlePage): Promise<string> {
  return String(await layouts[page.article.layout](page));
}
