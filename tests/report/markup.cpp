#include "report/markup.hpp"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/xpath.h>

#include <functional>
#include <memory>
#include <string_view>

namespace mizan::test {
namespace {

using Names = std::set<std::string>;

// Of the page's own words none has one of these; of an article's, which may, all stand in code.
constexpr std::string_view kTriggers[] = {"@", "#", "://", "www.", "GH-", "$"};

std::string trigger_in(std::string_view text) {
  for (const std::string_view trigger : kTriggers)
    if (text.find(trigger) != text.npos) return "outside of code: " + std::string(text);
  return "";
}

using Tree = std::unique_ptr<xmlDoc, void (*)(xmlDoc*)>;

std::string text_of(const xmlChar* text) { return text ? reinterpret_cast<const char*>(text) : ""; }

/// No entities, no network: what is read is what stands there.
Tree xml_tree(const std::string& xml) {
  constexpr int kStrict = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;
  return {xmlReadMemory(xml.data(), static_cast<int>(xml.size()), nullptr, "UTF-8", kStrict), xmlFreeDoc};
}

/// As a browser forgives.
Tree html_tree(const std::string& html) {
  constexpr int kForgiving = HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_RECOVER;
  return {htmlReadMemory(html.data(), static_cast<int>(html.size()), nullptr, "UTF-8", kForgiving), xmlFreeDoc};
}

std::string not_well_formed() {
  const xmlError* error = xmlGetLastError();
  return "not well-formed" + (error ? ", line " + std::to_string(error->line) + ": " + error->message : std::string());
}

/// Walks the nodes from `node` on; `each` says what is wrong with one.
std::string first_problem(xmlNode* node, const std::function<std::string(xmlNode*)>& each) {
  for (; node; node = node->next) {
    if (std::string problem = each(node); !problem.empty()) return problem;
    if (std::string problem = first_problem(node->children, each); !problem.empty()) return problem;
  }
  return "";
}

std::string element_problem(xmlNode* node, const Names& elements, const Names& attributes) {
  if (node->type == XML_COMMENT_NODE || node->type == XML_PI_NODE) return "a comment or an instruction";
  if (node->type != XML_ELEMENT_NODE) return "";
  if (!elements.empty() && !elements.contains(text_of(node->name))) return "element " + text_of(node->name);
  for (xmlAttr* attribute = node->properties; attribute; attribute = attribute->next)
    if (!attributes.empty() && !attributes.contains(text_of(attribute->name))) return "attribute " + text_of(attribute->name);
  return "";
}

bool is_in_code(xmlNode* node) {
  for (; node; node = node->parent)
    if (text_of(node->name) == "code") return true;
  return false;
}

/// A block of HTML in Markdown.
std::string block_problem(const std::string& block) {
  if (block.starts_with("<div ") || block == "</div>\n") return block.find('\n') == block.size() - 1 ? "" : "a block of more than its tag";
  const Tree tree = xml_tree(block);
  if (!tree) return not_well_formed();
  static const Names elements{"details", "summary", "p", "ul", "li", "b", "code", "blockquote"}, attributes{"lang", "dir"};
  return first_problem(xmlDocGetRootElement(tree.get()), [](xmlNode* node) {
    if (std::string problem = element_problem(node, elements, attributes); !problem.empty()) return problem;
    return node->type == XML_TEXT_NODE && !is_in_code(node) ? trigger_in(text_of(node->content)) : std::string();
  });
}

std::string node_problem(cmark_node* node) {
  const char* literal = cmark_node_get_literal(node);
  const cmark_node_type type = cmark_node_get_type(node);
  if (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE) return "a link or an image: " + std::string(cmark_node_get_url(node));
  if (type == CMARK_NODE_HTML_INLINE) return "HTML inside of a line: " + std::string(literal);
  if (type == CMARK_NODE_CODE_BLOCK || type == CMARK_NODE_LIST || type == CMARK_NODE_BLOCK_QUOTE || type == CMARK_NODE_THEMATIC_BREAK)
    return "a block that is not ours";
  if (type == CMARK_NODE_HEADING && cmark_node_get_heading_level(node) != 2) return "a heading that is not ours";
  if (type == CMARK_NODE_HTML_BLOCK) return block_problem(literal);
  return type == CMARK_NODE_TEXT ? trigger_in(literal) : "";
}

}  // namespace

std::string markup_problem(const std::string& xml, const Names& elements) {
  const Tree tree = xml_tree(xml);
  if (!tree) return not_well_formed();
  return first_problem(xmlDocGetRootElement(tree.get()), [&](xmlNode* node) { return element_problem(node, elements, {}); });
}

std::vector<std::string> attributes_of(const std::string& page, const std::string& path, const std::string& attribute) {
  const Tree tree = html_tree(page);
  const std::unique_ptr<xmlXPathContext, void (*)(xmlXPathContext*)> context(xmlXPathNewContext(tree.get()), xmlXPathFreeContext);
  const std::unique_ptr<xmlXPathObject, void (*)(xmlXPathObject*)> found(xmlXPathEval(reinterpret_cast<const xmlChar*>(path.c_str()), context.get()),
                                                                         xmlXPathFreeObject);
  std::vector<std::string> values;
  for (int i = 0; found->nodesetval && i < found->nodesetval->nodeNr; ++i) {
    xmlChar* value = xmlGetProp(found->nodesetval->nodeTab[i], reinterpret_cast<const xmlChar*>(attribute.c_str()));
    values.push_back(text_of(value));
    xmlFree(value);
  }
  return values;
}

std::string html_problem(const std::string& html) {
  if (std::string problem = markup_problem(html, {}); !problem.empty()) return problem;
  static const Names elements{"html", "head", "meta", "title", "style", "body", "header", "main", "footer", "section", "article", "details", "summary", "figure",
                              "figcaption", "blockquote", "div", "p", "h1", "h2", "h3", "span", "bdi", "cite", "time", "mark"};
  static const Names attributes{"lang", "dir", "class", "charset", "http-equiv", "content", "name"};
  const auto policies = attributes_of(html, "/html/head/*[2][@http-equiv='Content-Security-Policy']", "content");
  if (policies.size() != 1) return "the second element is no policy";
  if (!policies[0].starts_with("default-src 'none';") || policies[0].find("script") != std::string::npos) return "the policy allows something: " + policies[0];
  const Tree tree = html_tree(html);
  return first_problem(xmlDocGetRootElement(tree.get()), [](xmlNode* node) {
    if (node->parent && text_of(node->parent->name) == "style" && text_of(node->content).find("url(") != std::string::npos)
      return std::string("the style loads something");
    if (text_of(node->name) == "style" && text_of(node->parent->name) != "head") return std::string("a style outside of the head");
    return element_problem(node, elements, attributes);
  });
}

std::string markdown_problem(const std::string& markdown) {
  cmark_gfm_core_extensions_ensure_registered();
  const std::unique_ptr<cmark_parser, void (*)(cmark_parser*)> parser(cmark_parser_new(CMARK_OPT_FOOTNOTES), cmark_parser_free);
  for (const char* name : {"table", "autolink", "strikethrough", "tasklist"}) cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension(name));
  cmark_parser_feed(parser.get(), markdown.data(), markdown.size());
  const std::unique_ptr<cmark_node, void (*)(cmark_node*)> root(cmark_parser_finish(parser.get()), cmark_node_free);
  const std::unique_ptr<cmark_iter, void (*)(cmark_iter*)> walk(cmark_iter_new(root.get()), cmark_iter_free);
  while (cmark_iter_next(walk.get()) != CMARK_EVENT_DONE) {
    if (std::string problem = node_problem(cmark_iter_get_node(walk.get())); !problem.empty()) return problem;
  }
  return "";
}

}  // namespace mizan::test
