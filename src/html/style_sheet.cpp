// SPDX-License-Identifier: MIT
#include "html/style_sheet.h"

namespace handbill::html {

const std::string_view kStyleSheet = R"css(*,*::before,*::after{box-sizing:border-box}
html{color-scheme:light dark;-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;font:1.125rem/1.5 sans-serif;overflow-wrap:break-word}
.skip{position:absolute;inset-inline-start:.5rem;top:-6rem;z-index:1;padding:.75rem 1rem;background:#fff;color:#000;
outline:.1875rem solid #000;font-size:1rem}
.skip:focus{top:.5rem}
h1,h2,h3,h4,p,ul,ol,figure,blockquote,table{margin:0}
h1,h2,h3,h4{line-height:1.2;text-wrap:balance;font-weight:inherit}
h1{line-height:1.1}
p,li,dd,td,th{text-wrap:pretty}
.row{display:grid}
.part{display:grid;align-content:start}
.band{padding:clamp(1.75rem,4.5vw,3.5rem) clamp(1.25rem,6.25vw,5rem)}
.band.joined{padding-block-start:0}
.body{display:flow-root;max-width:70rem;margin-inline:auto}
.body>*+*,.box>*+*,.text>*+*,.pair>div>*+*{margin-block-start:.75rem}
.body>*+h2,.body>*+h3,.box>*+h2,.pair>div>*+h2{margin-block-start:2.25rem}
.body>h1+h2,.text>h1+h2,.body>h1+p{margin-block-start:.5rem}
.body>*+figure,.body>figure+*,.body>*+.beside,.body>.beside+*{margin-block-start:1.25rem}
.body>*+.box,.body>.box+*{margin-block-start:1.5rem}
.body>*+table,.body>*+.scroll{margin-block-start:1rem}
.box{padding:1.25rem 1.5rem;max-width:44rem}
p,ul,ol,blockquote{max-width:44rem}
table,.scroll{max-width:54rem}
.pair{display:grid;gap:2.25rem 4rem}
.body>*+.pair,.body>.pair+*{margin-block-start:2.25rem}
.beside{display:flex;align-items:end;gap:1.25rem}
.beside>*{flex:0 0 auto}
.beside>p{flex:1 1 0}
img{display:block;max-width:100%;height:auto}
figure a{display:inline-block}
.pile{position:relative}
.pile figure{margin:0}
.over{position:absolute}
.over img{width:100%}
header{overflow:hidden}
header .body{display:flex;flex-wrap:wrap;align-items:center;gap:1.5rem 4rem}
header .body>.text{flex:1 1 18rem}
header .body>.picture{order:1;flex:0 1 auto;margin-block-start:0}
header .body>.to-right{margin-right:calc(-1*clamp(1.25rem,6.25vw,5rem));margin-left:auto}
header .body>.to-left{margin-left:calc(-1*clamp(1.25rem,6.25vw,5rem));margin-right:auto}
header .body>.to-top{align-self:start;margin-top:calc(-1*clamp(1.75rem,4.5vw,3.5rem))}
header .body>.to-bottom{align-self:end;margin-bottom:calc(-1*clamp(1.75rem,4.5vw,3.5rem))}
ul,ol{padding-inline-start:1.5em}
li+li{margin-block-start:.5rem}
li>*+*{margin-block-start:.35rem}
li>ul,li>ol{margin-block-start:.5rem}
.icons,.boxes{list-style-type:"";padding-inline-start:0}
.boxes>li{padding-inline-start:2.25rem}
.boxes>li>input{float:inline-start;width:1.5rem;height:1.5rem;margin:.1em 0 0;margin-inline-start:-2.25rem}
.icons>li{display:grid;grid-template-columns:auto 1fr;column-gap:.85rem;align-items:start}
.icons>li::before{grid-row:1/span 9}
.icons>li>*{grid-column:2}
.icon::before{content:"";display:block;width:1.75rem;height:1.75rem;background:center/contain no-repeat;border-radius:.375rem;
print-color-adjust:exact;-webkit-print-color-adjust:exact}
span.icon{display:inline-block;vertical-align:middle;margin-inline-end:.5rem}
img{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.icons.large>li::before{width:2.75rem;height:2.75rem}
.icons>li>:first-child{padding-block-start:.1rem}
.icons.large>li>:first-child{padding-block-start:0}
blockquote{padding-inline-start:1.25rem;border-inline-start:.25rem solid}
table{border-collapse:collapse;width:100%;line-height:1.4}
th,td{padding:.6rem 0;padding-inline-end:1rem;text-align:start;vertical-align:top;font-weight:inherit}
th:last-child,td:last-child{padding-inline-end:0}
tr+tr>*,thead+tbody>tr:first-child>*{border-top:1px solid;border-color:color-mix(in srgb,currentcolor 30%,transparent)}
tr:not(:has(>th))>td{border-top:0!important;padding-block-start:0}
tbody th{width:30%;max-width:14rem}
:is(th,td).icon{padding-inline-start:2.75rem;position:relative}
:is(th,td).icon::before{position:absolute;inset-inline-start:0}
.scroll{overflow-x:auto}
.line{display:flex;flex-wrap:wrap;align-items:baseline;gap:.25rem 1rem}
.line>*+*{margin-block-start:0}
.end{float:inline-end;margin-inline-start:1rem}
td .end,th .end{float:none;margin-inline-start:0}
td:has(.end){white-space:nowrap}
.field{display:flex;align-items:baseline;gap:.5rem}
.field>*+*{margin-block-start:0}
a{color:inherit;text-underline-offset:.15em}
a:focus-visible,input:focus-visible,.scroll:focus-visible{outline:.1875rem solid;outline-offset:.1875rem}
input.blank{font:inherit;color:inherit;background:none;border:0;border-bottom:.125rem solid;border-radius:0;
min-height:2rem;padding:0 .25rem;width:100%;min-width:6rem;max-width:18rem}
.line input.blank{width:11rem}
p>input.blank:not(:only-child){width:11rem}
sup{line-height:0;font-size:.75em}
sup a{padding:.25em}
.notes{margin-block-start:2.5rem;padding-block-start:1rem;border-top:1px solid}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media(max-width:47.99rem){
th,td{padding-inline-end:.5rem}
header .body>.to-top{order:-1!important;max-width:9rem}
header .body>.to-bottom{max-width:75%}
}
@media(min-width:48rem){.pair{grid-template-columns:repeat(2,minmax(0,1fr))}}
@media(min-width:64rem){
.pair.n3{grid-template-columns:repeat(3,minmax(0,1fr));column-gap:2.5rem}
.row.n2{grid-template-columns:repeat(2,minmax(0,1fr))}
.row.n3{grid-template-columns:repeat(3,minmax(0,1fr))}
.row:not(.n1) .part{grid-row:span var(--bands);grid-template-rows:subgrid}
.row:not(.n1) .part>:last-child{grid-row-end:-1}
.row:not(.n1) .band{padding-inline:2rem}
.row:not(.n1) .part:first-child>.band{padding-inline-start:clamp(1.25rem,6.25vw,5rem)}
.row:not(.n1) .part:last-child>.band{padding-inline-end:clamp(1.25rem,6.25vw,5rem)}
}
@media screen and (prefers-color-scheme:dark){
figure img{border-radius:.5rem;padding:.5rem}
[class*=to-] img{border-radius:0;padding:0;background:none!important}
.icon::before{background-origin:content-box;padding:.15rem}
}
)css";

const std::string_view kPrintSheet = R"css(@media print{
@page{margin:15mm}
html{font-size:10pt}
*,*::before{background-color:transparent!important;color:#000!important}
.skip{display:none}
.band{padding:0 0 1rem}
.row,.part,header .body{display:block}
header .picture{float:inline-end;max-width:30%;margin:0 0 1rem 1rem}
.body{max-width:none}
.box{border:1.5pt solid}
h1,h2,h3,h4{break-after:avoid}
li,tr,figure,.box,.line{break-inside:avoid}
a[href^=http]::after{content:" (" attr(href) ")";font-size:.8em;overflow-wrap:anywhere}
figure a[href^=http]::after{display:block;max-width:20rem}
}
)css";

}  // namespace handbill::html
