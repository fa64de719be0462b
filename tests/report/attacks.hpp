#pragma once
#include <string>
#include <vector>

/// What somebody could write into an article, its title, its id or its source, so that a reader's terminal, browser, spreadsheet or build does what they want.
namespace mizan::test {

struct Attack {
  const char* name;
  std::string text;
};

inline const std::vector<Attack>& attacks() {
  static const std::vector<Attack> list{
      {"terminal escapes", "\x1b[2J\x1b[31m\x1b]0;owned\x07\x1b]8;;http://evil.example\x1b\\here\x1b]8;;\x1b\\"},
      {"backspaces and returns", "safe\b\b\b\bevil\rgone\x7f\v\f"},
      {"C1 controls", "\u009b31m\u009d0;owned\u009c\u0085\u0080"},
      {"workflow commands", "\n::error file=x.txt,line=1::owned\n::set-output name=x::owned\r\n::add-mask::a"},
      {"workflow commands, escaped", "%0A::error::owned%0D%0A::warning::owned,%2C%3A"},
      {"a formula", "=HYPERLINK(\"http://evil.example\",\"here\")"},
      {"a formula with a plus", "+1+cmd|' /C calc'!A0"},
      {"a formula with a minus", "-1+cmd|' /C calc'!A0"},
      {"a formula with an at", "@SUM(1+1)*cmd|' /C calc'!A0"},
      {"a formula behind a tab", "\t=1+1"},
      {"a formula behind a return", "\r=1+1"},
      {"a cell that ends", "\";=1+1,\"=1+1\"\n=1+1"},
      {"a script", "</title></style></textarea><script>alert(1)</script><img src=x onerror=alert(1)><svg/onload=alert(1)>"},
      {"an attribute that ends", "\" onmouseover=\"alert(1)\" x='\" style='background:url(http://evil.example)"},
      {"entities", "&lt;script&gt;&#60;script&#62;&amp;&quot;&#x27;"},
      {"ends of XML", "]]><!-- --><?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>&e;"},
      {"a template", "{{name}}{{{style}}}{{#sections}}{{/sections}}{{=<% %>=}}{0}{1}${x}$(id)`id`"},
      {"links", "[here](javascript:alert(1)) ![x](http://evil.example/x.png) <http://evil.example> http://evil.example www.evil.example mail@evil.example"},
      {"a link by reference", "[here][1]\n\n[1]: http://evil.example\n[^1]: note"},
      {"mentions and references", "@everyone @octocat #1 GH-1 octocat/hello#1 !1 ~bug %v1 &1 $x$ :bomb: 0123456789abcdef0123456789abcdef01234567"},
      {"code that ends", "`` ` ``` ~~~ `</code></pre></blockquote></details>`"},
      {"a cell of a table", "| a | b |\n| --- | --- |\n\\| \\\\| |"},
      {"blocks", "\n\n# owned\n\n- [ ] owned\n\n> owned\n\n---\n\n    owned\n\n<details open>\n\n"},
      {"bidi overrides, unbalanced", "\u202Eevil\u202D\u202A\u202B \u2066\u2067\u2068 \u202C"},
      {"bidi isolates that end ours", "\u2069\u2069\u2069\u202C\u202C evil"},
      {"invisible letters", "ad\u200Bmin\u200E\u200F\u061C\uFEFF\u2060\U000E0041\U000E007F\uFFF9a\uFFFAb\uFFFB"},
      {"line ends of other systems", "a\u2028b\u2029c\u0085d\r\ne"},
      {"NUL", std::string("before\0after", 12)},
      {"a path", "../../../../etc/passwd%00.txt"},
      {"a long word", std::string(30000, 'x')},
      {"a long line", [] {
         std::string line;
         for (int i = 0; i < 6000; ++i) line += "كلمة ";
         return line;
       }()},
  };
  return list;
}

}  // namespace mizan::test
