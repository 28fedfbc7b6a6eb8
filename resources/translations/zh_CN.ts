<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_US">
<context>
    <name>AboutDialog</name>
    <message>
        <source>Policy Review {version}</source>
        <translation>政策报告评审 {version}</translation>
    </message>
    <message>
        <source>Read the report, check its figures, judge its claims, keep the evidence. All on this computer. MIT licence.</source>
        <translation>读报告，核数字，判陈述，留证据。一切只在本机。MIT 许可证。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Public domain</source>
        <translation>公有领域</translation>
    </message>
</context>
<context>
    <name>Attaching</name>
    <message>
        <source>{count} claims, the first:</source>
        <extracomment>Bytes from which copying and hashing a file takes longer than a window may stand still. Characters from which pasted words are kept as a file: a register is no place for books.</extracomment>
        <translation>{count} 条陈述，第一条：</translation>
    </message>
    <message>
        <source>Picture {time}.png</source>
        <translation>图片 {time}.png</translation>
    </message>
</context>
<context>
    <name>Band</name>
    <message>
        <source>Close this message</source>
        <translation>关闭这条消息</translation>
    </message>
</context>
<context>
    <name>BearingDialog</name>
    <message>
        <source>How it bears on the claim</source>
        <translation>与陈述的关系</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>In words, if that needs any</source>
        <translation>文字说明（可不填）</translation>
    </message>
</context>
<context>
    <name>Breadcrumb</name>
    <message>
        <source>Figures</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>陈述</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>机检</translation>
    </message>
    <message>
        <source>Show or hide these marks</source>
        <translation>显示或隐藏这类标记</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>章节</translation>
    </message>
</context>
<context>
    <name>Charts</name>
    <message>
        <source>Growth</source>
        <extracomment>Charts that can be narrowed to the section that is read. What else a drawing is made from, beside the language: with these the same it is the same. Those that are not named tell of decisions, and are made anew each time.</extracomment>
        <translation>增速</translation>
    </message>
    <message>
        <source>Target vs actual</source>
        <translation>目标对实绩</translation>
    </message>
    <message>
        <source>Rates</source>
        <translation>比率</translation>
    </message>
    <message>
        <source>Amounts</source>
        <translation>数额</translation>
    </message>
    <message>
        <source>Verdicts</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>覆盖</translation>
    </message>
    <message>
        <source>{count} figures</source>
        <translation>{count} 个数值</translation>
    </message>
    <message>
        <source>1 figure</source>
        <translation>1 个数值</translation>
    </message>
    <message>
        <source>each unit on its own scale</source>
        <translation>各单位各用刻度</translation>
    </message>
    <message>
        <source>{judged} of {total} judged</source>
        <translation>已判 {judged} / {total}</translation>
    </message>
    <message>
        <source>by section</source>
        <translation>按章节</translation>
    </message>
    <message>
        <source>items: {count}</source>
        <translation>{count} 份</translation>
    </message>
    <message>
        <source>Show the whole report</source>
        <translation>看全文</translation>
    </message>
    <message>
        <source>This report states no growth rates.</source>
        <translation>本报告没有增速。</translation>
    </message>
    <message>
        <source>This section states no growth rates.</source>
        <translation>本节没有增速。</translation>
    </message>
    <message>
        <source>This report sets no targets.</source>
        <translation>本报告没有提出目标。</translation>
    </message>
    <message>
        <source>This report states no rates.</source>
        <translation>本报告没有比率。</translation>
    </message>
    <message>
        <source>This section states no rates.</source>
        <translation>本节没有比率。</translation>
    </message>
    <message>
        <source>This report states no amounts.</source>
        <translation>本报告没有数额。</translation>
    </message>
    <message>
        <source>This section states no amounts.</source>
        <translation>本节没有数额。</translation>
    </message>
    <message>
        <source>There is nothing to judge yet. Select words in the text and press M.</source>
        <translation>还没有可判定的陈述。在正文选中文字，按 M 标出。</translation>
    </message>
    <message>
        <source>No headings were found in this report.</source>
        <translation>没有在本报告中找到标题。</translation>
    </message>
    <message>
        <source>No report is open. Press Ctrl+O to open one.</source>
        <translation>还没有打开报告。按 Ctrl+O 打开。</translation>
    </message>
    <message>
        <source>unsure reading</source>
        <translation>读数存疑</translation>
    </message>
    <message>
        <source>{judged} of {checkable} judged, {other} not checkable</source>
        <translation>已判 {judged} / {checkable}，不可核查 {other}</translation>
    </message>
    <message>
        <source>target: {words}</source>
        <translation>目标：{words}</translation>
    </message>
    <message>
        <source>actual: {words}</source>
        <translation>实绩：{words}</translation>
    </message>
    <message>
        <source>last actual: {words}</source>
        <translation>上年实绩：{words}</translation>
    </message>
    <message>
        <source>actual not reported</source>
        <translation>实绩未报</translation>
    </message>
    <message>
        <source>No figure</source>
        <translation>没有数值</translation>
    </message>
    <message>
        <source>Not reported</source>
        <translation>未报</translation>
    </message>
    <message>
        <source>No actual</source>
        <translation>未报</translation>
    </message>
    <message>
        <source>Not named</source>
        <translation>未写明指标</translation>
    </message>
    <message>
        <source>Grades of evidence</source>
        <translation>证据等级</translation>
    </message>
    <message>
        <source>one source only: {count}</source>
        <translation>孤证 {count} 条</translation>
    </message>
    <message>
        <source>not attached: {count}</source>
        <translation>未归类 {count} 份</translation>
    </message>
    <message>
        <source>No verdicts yet. Press F8 to start.</source>
        <translation>还没有判定。按 F8 开始。</translation>
    </message>
    <message>
        <source>No evidence yet. Select a claim and press E.</source>
        <translation>还没有证据。选一条陈述，按 E。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>未评</translation>
    </message>
    <message>
        <source>Claim {number}: evidence of grade {grades}</source>
        <translation>陈述 {number}：证据等级 {grades}</translation>
    </message>
    <message>
        <source>one source only</source>
        <translation>仅一个来源</translation>
    </message>
    <message>
        <source>Units that occur once</source>
        <translation>只出现一次的单位</translation>
    </message>
</context>
<context>
    <name>CheckRow</name>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Dismiss with reason</source>
        <translation>忽略（写明理由）</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>稍后</translation>
    </message>
</context>
<context>
    <name>ClaimLine</name>
    <message>
        <source>Claim {number}</source>
        <translation>陈述 {number}</translation>
    </message>
</context>
<context>
    <name>ClaimPage</name>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>机检</translation>
    </message>
    <message>
        <source>History</source>
        <translation>经过</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>关联</translation>
    </message>
    <message>
        <source>What is judged</source>
        <translation>判定哪一方面</translation>
    </message>
    <message>
        <source>Link to another claim</source>
        <translation>与另一条陈述关联</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>把握</translation>
    </message>
    <message>
        <source>Rationale</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Rationale · R</source>
        <translation>理由 · R</translation>
    </message>
    <message>
        <source>The rationale is missing</source>
        <translation>还缺理由</translation>
    </message>
    <message>
        <source>Note for yourself</source>
        <translation>给自己的备注</translation>
    </message>
    <message>
        <source>Note · N</source>
        <translation>备注 · N</translation>
    </message>
    <message>
        <source>Drop a file or an address here</source>
        <translation>拖入文件或网址</translation>
    </message>
    <message>
        <source>Attach evidence</source>
        <translation>附上证据</translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation>加标签</translation>
    </message>
    <message>
        <source>Change what kind of claim it is</source>
        <translation>更改陈述类型</translation>
    </message>
    <message>
        <source>No type</source>
        <translation>未分类</translation>
    </message>
    <message>
        <source>Say what kind of claim it is</source>
        <translation>指定陈述类型</translation>
    </message>
    <message>
        <source>Actual in {year}</source>
        <translation>{year} 年实绩</translation>
    </message>
    <message>
        <source>Target for {year}</source>
        <translation>{year} 年目标</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>台账</translation>
    </message>
</context>
<context>
    <name>ClaimRows</name>
    <message>
        <source>Not found in this version</source>
        <extracomment>A verdict, `not_judged`, or None for all. What no claim begins or ends with: a drag that takes a sign too many means the words.</extracomment>
        <translation>本版未找到</translation>
    </message>
    <message>
        <source>In the text</source>
        <translation>正文中</translation>
    </message>
    <message>
        <source>dismissed</source>
        <translation>已忽略</translation>
    </message>
    <message>
        <source>Claim {number}</source>
        <translation>陈述 {number}</translation>
    </message>
    <message>
        <source>Before the first section</source>
        <translation>首节之前</translation>
    </message>
</context>
<context>
    <name>CodebookDialog</name>
    <message>
        <source>Name</source>
        <extracomment>From these widths name, colour and parent stand in one line, and the form beside the codes.</extracomment>
        <translation>名称</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Stands under</source>
        <translation>上级编码</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>定义</translation>
    </message>
    <message>
        <source>Put it on</source>
        <translation>适用</translation>
    </message>
    <message>
        <source>Do not put it on</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>例子</translation>
    </message>
    <message>
        <source>Codebook</source>
        <translation>编码簿</translation>
    </message>
    <message>
        <source>What each tag means and what it is put on. Each change is saved at once and can be undone.</source>
        <translation>每个标签的含义与适用范围。改动立即保存，可以撤销。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>New code</source>
        <translation>新编码</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Nothing: upper level</source>
        <translation>无（顶层）</translation>
    </message>
    <message>
        <source>New code {number}</source>
        <translation>新编码 {number}</translation>
    </message>
    <message>
        <source>Delete code</source>
        <translation>删除编码</translation>
    </message>
    <message>
        <source>Import a codebook</source>
        <translation>导入编码簿</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>codebook.csv</source>
        <translation>编码簿.csv</translation>
    </message>
    <message numerus="yes">
        <source>“{name}” is on %n claims and is taken off them. Undo brings it back.</source>
        <translation>
            <numerusform>“{name}”用于 %n 条陈述，将一并取下；撤销可恢复。</numerusform>
        </translation>
    </message>
    <message>
        <source>Export the codebook</source>
        <translation>导出编码簿</translation>
    </message>
    <message>
        <source>Tables (*.csv *.xlsx)</source>
        <translation>表格 (*.csv *.xlsx)</translation>
    </message>
</context>
<context>
    <name>Correcting</name>
    <message>
        <source>Import a corrected version</source>
        <translation>导入报告的更正版</translation>
    </message>
    <message>
        <source>Reports ({patterns});;All files (*)</source>
        <extracomment>How much of the work is reading; the rest is comparing.</extracomment>
        <translation>报告 ({patterns});;所有文件 (*)</translation>
    </message>
    <message>
        <source>Recognise text</source>
        <translation>识别文字</translation>
    </message>
</context>
<context>
    <name>CorrectionDialog</name>
    <message>
        <source>Read again</source>
        <extracomment>More rows than this of one kind are counted and not shown. Longer quotes are shown without marking what differs.</extracomment>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Corrected version: {name}</source>
        <translation>更正版：{name}</translation>
    </message>
    <message>
        <source>Use the new reading</source>
        <translation>采用新的读取</translation>
    </message>
    <message>
        <source>Replace the report</source>
        <translation>替换报告</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>变动一览</translation>
    </message>
    <message>
        <source>The program reads the same as before. There is nothing to take over.</source>
        <translation>读出的内容与原来完全相同，没有可替换的。</translation>
    </message>
    <message>
        <source>Claims that you worked on: {all}. In place: {ok}. To check: {moved}. Not found again: {lost}.</source>
        <translation>处理过的陈述 {all} 条：位置不变 {ok} 条，需要核对 {moved} 条，未找到 {lost} 条。</translation>
    </message>
    <message>
        <source>Verdicts, notes and evidence stay with their claims. Undo takes the whole step back.</source>
        <translation>判定、备注和证据都随陈述保留；“撤销”可以整步退回。</translation>
    </message>
    <message>
        <source>Words changed</source>
        <translation>文字有变</translation>
    </message>
    <message>
        <source>Stands elsewhere, or its sentence changed</source>
        <translation>移到别处，或所在句子有变</translation>
    </message>
    <message>
        <source>Not found again; kept with their words</source>
        <translation>未找到，连同原文保留</translation>
    </message>
    <message>
        <source>Checks to be answered again</source>
        <translation>需要重新回答的机检</translation>
    </message>
    <message>
        <source>New suggestions</source>
        <translation>新读出的陈述</translation>
    </message>
    <message>
        <source>Suggestions that are no more; nobody had worked on them</source>
        <translation>不再读出的陈述（无人处理过）</translation>
    </message>
    <message>
        <source>Nothing that was found or decided changes.</source>
        <translation>找到的和判定过的都没有变化。</translation>
    </message>
    <message>
        <source>Claim {number}</source>
        <translation>陈述 {number}</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>另有 {count} 条</translation>
    </message>
</context>
<context>
    <name>DataPane</name>
    <message>
        <source>Charts and figures</source>
        <translation>图表与数值</translation>
    </message>
    <message>
        <source>Kind of chart</source>
        <translation>图表种类</translation>
    </message>
    <message>
        <source>Growth and targets</source>
        <translation>增速与目标</translation>
    </message>
    <message>
        <source>Rates and amounts</source>
        <translation>比率与数额</translation>
    </message>
    <message>
        <source>State of the review</source>
        <translation>评审状况</translation>
    </message>
    <message>
        <source>Table of figures</source>
        <translation>数值表</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>本节</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>全文</translation>
    </message>
    <message>
        <source>Show the whole report</source>
        <translation>看全文</translation>
    </message>
    <message>
        <source>Follow the section that is read</source>
        <translation>随正文</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation>存为 PNG…</translation>
    </message>
    <message>
        <source>Save as SVG…</source>
        <translation>存为 SVG…</translation>
    </message>
    <message>
        <source>Show the table</source>
        <translation>看数值表</translation>
    </message>
    <message>
        <source>Picture and table</source>
        <translation>图片与表格</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>保存图表</translation>
    </message>
    <message>
        <source>Grades of evidence</source>
        <translation>证据等级</translation>
    </message>
    <message>
        <source>Earlier in the document</source>
        <translation>在报告中前移</translation>
    </message>
    <message>
        <source>Later in the document</source>
        <translation>在报告中后移</translation>
    </message>
    <message>
        <source>Put this chart into the review document</source>
        <translation>放进评审报告</translation>
    </message>
    <message>
        <source>Chart {number} of the review document. Take it out</source>
        <translation>评审报告中的第 {number} 幅图。移出</translation>
    </message>
</context>
<context>
    <name>DetailsDialog</name>
    <message>
        <source>Report details</source>
        <translation>报告信息</translation>
    </message>
    <message>
        <source>Printed on the cover of the review PDF. Other years mean that the report is read again; what would change is shown first.</source>
        <translation>印在评审 PDF 的封面上。改年份会重新阅读报告，改动之处先列给你看。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>DockTitle</name>
    <message>
        <source>Unfold</source>
        <translation>展开</translation>
    </message>
    <message>
        <source>Put back into the window</source>
        <translation>放回窗口</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Drag to move, double-click to float, right-click for more</source>
        <translation>拖动可移动，双击可浮出，右键有更多选项</translation>
    </message>
    <message>
        <source>Float</source>
        <translation>浮出</translation>
    </message>
</context>
<context>
    <name>DocumentTitle</name>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>保存中</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>未能保存</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>已签发</translation>
    </message>
</context>
<context>
    <name>Drops</name>
    <message>
        <source>Open it</source>
        <translation>打开它</translation>
    </message>
</context>
<context>
    <name>EncodingPage</name>
    <message>
        <source>Encoding</source>
        <extracomment>Media types whose bytes are characters in an encoding.</extracomment>
        <translation>文字编码</translation>
    </message>
    <message>
        <source>How the text reads in it</source>
        <translation>按此编码读出的正文</translation>
    </message>
    <message>
        <source>Choose an encoding</source>
        <translation>选择编码</translation>
    </message>
    <message>
        <source>{encoding} (detected)</source>
        <translation>{encoding}（自动识别）</translation>
    </message>
    <message>
        <source>As detected</source>
        <translation>自动识别</translation>
    </message>
</context>
<context>
    <name>Ending</name>
    <message>
        <source>This round is done</source>
        <translation>本轮完成</translation>
    </message>
    <message>
        <source>Nothing is left to answer</source>
        <translation>没有待评审的了</translation>
    </message>
    <message>
        <source>Answered in this round: {count} · time: {time}</source>
        <translation>本轮 {count} 条 · 用时 {time}</translation>
    </message>
    <message>
        <source>All in all {done} of {total} are answered.</source>
        <translation>全部 {total} 条，已评审 {done} 条。</translation>
    </message>
    <message>
        <source>Judged without evidence: {count}</source>
        <translation>已判定而未附证据：{count} 条</translation>
    </message>
    <message>
        <source>Left for later: {count}</source>
        <translation>留待稍后：{count} 条</translation>
    </message>
    <message>
        <source>Back to the text</source>
        <translation>回到正文</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} 分钟</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} 小时 {minutes} 分钟</translation>
    </message>
</context>
<context>
    <name>EvidenceCard</name>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Detach from this claim</source>
        <translation>与本陈述分开</translation>
    </message>
    <message>
        <source>same source</source>
        <translation>同源</translation>
    </message>
    <message>
        <source>no provider</source>
        <translation>无提供方</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>无日期</translation>
    </message>
    <message>
        <source>How it bears on the claim…</source>
        <translation>与陈述的关系…</translation>
    </message>
</context>
<context>
    <name>EvidenceDialog</name>
    <message>
        <source>How it bears on the claim</source>
        <translation>与陈述的关系</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Web address</source>
        <translation>网址</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>摘录</translation>
    </message>
    <message>
        <source>Attach evidence</source>
        <translation>附上证据</translation>
    </message>
    <message>
        <source>Interview note</source>
        <translation>访谈记录</translation>
    </message>
    <message>
        <source>Copy the file into the project</source>
        <translation>把文件复制到项目内</translation>
    </message>
    <message>
        <source>Goes to the register</source>
        <translation>归入证据目录</translation>
    </message>
    <message>
        <source>What the register says of it; each change can be undone</source>
        <translation>证据登记内容，改动可以撤销</translation>
    </message>
    <message>
        <source>Attach</source>
        <translation>附上</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Parts of the entry</source>
        <translation>登记内容的部分</translation>
    </message>
    <message>
        <source>A file that is left where it is does not travel with the project; its SHA-256 is checked instead.</source>
        <translation>留在原处的文件不随项目移动，改为核对其 SHA-256。</translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation>更换文件…</translation>
    </message>
    <message>
        <source>Add a saved copy…</source>
        <translation>补充存档文件…</translation>
    </message>
    <message>
        <source>A saved copy, if there is one</source>
        <translation>网页存档文件（如有）</translation>
    </message>
    <message>
        <source>Choose a file or drop one on the window</source>
        <translation>选择文件，或把文件拖到窗口</translation>
    </message>
    <message>
        <source>Who said what, in answer to which question</source>
        <translation>谁在回答什么问题时说了什么</translation>
    </message>
    <message>
        <source>The words, as they stand in the source</source>
        <translation>原文照录</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Choose a file that exists.</source>
        <translation>请选择存在的文件。</translation>
    </message>
    <message>
        <source>Enter the address.</source>
        <translation>请输入网址。</translation>
    </message>
    <message>
        <source>Enter the words.</source>
        <translation>请填写文字。</translation>
    </message>
    <message>
        <source>In the register</source>
        <translation>已登记</translation>
    </message>
    <message>
        <source>In words, if that needs any</source>
        <translation>文字说明（可不填）</translation>
    </message>
    <message>
        <source>Choose an entry of the register.</source>
        <translation>请从登记中选一份证据。</translation>
    </message>
</context>
<context>
    <name>EvidenceLook</name>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>保存副本…</translation>
    </message>
    <message>
        <source>The words of the file</source>
        <translation>文件文字</translation>
    </message>
    <message>
        <source>The picture of the page</source>
        <translation>页面图像</translation>
    </message>
    <message>
        <source>The table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>This kind of file cannot be shown here. Open it with its own program.</source>
        <translation>这种文件不能在此显示，请用相应的程序打开。</translation>
    </message>
    <message>
        <source>SHA-256 verified: {hash}</source>
        <translation>SHA-256 已核对：{hash}</translation>
    </message>
    <message>
        <source>Only the beginning of the table is shown.</source>
        <translation>只显示表格的开头部分。</translation>
    </message>
</context>
<context>
    <name>EvidencePage</name>
    <message>
        <source>{size} bytes</source>
        <translation>{size} 字节</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>not graded</source>
        <translation>未评级</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>提供方</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺</translation>
    </message>
    <message>
        <source>Provider is</source>
        <translation>提供方性质</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>网址</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>存档</translation>
    </message>
    <message>
        <source>Obtained by</source>
        <translation>取得方法</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>副本</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签章</translation>
    </message>
    <message>
        <source>Same source</source>
        <translation>同一来源</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>敏感程度</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>保存方式</translation>
    </message>
    <message>
        <source>Outside</source>
        <translation>项目外位置</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Retrieved</source>
        <translation>取得</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>Open the address</source>
        <translation>打开网址</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>陈述</translation>
    </message>
    <message>
        <source>Claim {number} · {stance}</source>
        <translation>陈述 {number} · {stance}</translation>
    </message>
    <message>
        <source>page {place}</source>
        <translation>第 {place} 页</translation>
    </message>
    <message>
        <source>table {place}</source>
        <translation>表 {place}</translation>
    </message>
    <message>
        <source>cell {place}</source>
        <translation>单元格 {place}</translation>
    </message>
    <message>
        <source>at {place}</source>
        <translation>时间点 {place}</translation>
    </message>
</context>
<context>
    <name>EvidenceRows</name>
    <message>
        <source>Not attached to a claim</source>
        <translation>未归类证据</translation>
    </message>
    <message>
        <source>Attached</source>
        <translation>已附</translation>
    </message>
    <message>
        <source>claims: {count}</source>
        <translation>{count} 条陈述</translation>
    </message>
</context>
<context>
    <name>ExportButton</name>
    <message>
        <source>Export PDF</source>
        <translation>导出 PDF</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Export PDF</source>
        <translation>导出 PDF</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>Export tables</source>
        <translation>导出表格</translation>
    </message>
    <message>
        <source>Export data</source>
        <translation>导出数据</translation>
    </message>
    <message>
        <source>Data (*.json)</source>
        <translation>数据 (*.json)</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>另存副本</translation>
    </message>
    <message>
        <source>Review projects (*.prv)</source>
        <translation>评审项目 (*.prv)</translation>
    </message>
    <message>
        <source>Export a workbook</source>
        <translation>导出工作簿</translation>
    </message>
    <message>
        <source>Workbooks (*.xlsx)</source>
        <translation>工作簿 (*.xlsx)</translation>
    </message>
</context>
<context>
    <name>FigureDialog</name>
    <message>
        <source>Mark as a figure</source>
        <extracomment>What growth is measured from; other kinds have no basis.</extracomment>
        <translation>标为数值</translation>
    </message>
    <message>
        <source>Correct the reading</source>
        <translation>更正读数</translation>
    </message>
    <message>
        <source>Table, charts, ledgers, checks and the document follow. What the program read is kept beside it.</source>
        <translation>表、图、台账、机检和导出文件随之更新；机器原读数一并保留。</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Not stated</source>
        <translation>未说明</translation>
    </message>
    <message>
        <source>This is not a figure</source>
        <translation>这不是数值</translation>
    </message>
    <message>
        <source>Put the program&apos;s reading back</source>
        <translation>恢复机器读数</translation>
    </message>
    <message>
        <source>of</source>
        <translation>共</translation>
    </message>
    <message>
        <source>The program had read: {words}</source>
        <translation>机器原读数：{words}</translation>
    </message>
    <message>
        <source>Standard name: {name}</source>
        <translation>标准名称：{name}</translation>
    </message>
    <message>
        <source>Its mark goes from text, table, charts and ledgers; it can be put back.</source>
        <translation>它将从文中标记、表、图和台账中去掉，可随时恢复。</translation>
    </message>
    <message>
        <source>Read as: {words}</source>
        <translation>将读作：{words}</translation>
    </message>
    <message>
        <source>Exactly</source>
        <translation>等于</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Open report</source>
        <translation>打开报告</translation>
    </message>
    <message>
        <source>Review projects (*.prv);;All files (*)</source>
        <translation>评审项目 (*.prv);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Open review project</source>
        <translation>打开评审项目</translation>
    </message>
    <message>
        <source>Where is {name} now?</source>
        <translation>{name} 现在在哪里？</translation>
    </message>
    <message>
        <source>Reports ({patterns});;All files (*)</source>
        <translation>报告 ({patterns});;所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>{current}/{total}</source>
        <translation>{current}/{total}</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Find in the text</source>
        <translation>在正文中查找</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Close the find bar</source>
        <translation>关闭查找栏</translation>
    </message>
</context>
<context>
    <name>FurnitureList</name>
    <message>
        <source>Furniture</source>
        <translation>页面残留</translation>
    </message>
    <message>
        <source>All lines</source>
        <translation>全部各行</translation>
    </message>
    <message>
        <source>Lines of the file</source>
        <translation>文件各行</translation>
    </message>
    <message>
        <source>Ticked lines are text; the others are left out of reading and counts. Space or a click changes one.</source>
        <translation>打勾的是正文，其余不参与阅读和统计。空格或点击可更改。</translation>
    </message>
    <message>
        <source>Nothing was left out: all of the file is text.</source>
        <translation>没有略去任何内容，整份文件都是正文。</translation>
    </message>
</context>
<context>
    <name>HeadingDialog</name>
    <message>
        <source>Make it a heading</source>
        <translation>设为标题</translation>
    </message>
    <message>
        <source>Level and role</source>
        <translation>级别与性质</translation>
    </message>
    <message>
        <source>The report is read again with this. Decisions are kept; one undo takes it back.</source>
        <translation>报告会按此重新读取，已有判定保留，一步即可撤销。</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>What stands below it moves along.</source>
        <translation>它下面的各级标题一起移动。</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>性质</translation>
    </message>
    <message>
        <source>It decides whether figures are results or targets.</source>
        <translation>它决定其中的数值是实绩还是目标。</translation>
    </message>
    <message>
        <source>This is not a heading</source>
        <translation>这不是标题</translation>
    </message>
    <message>
        <source>Level {depth}</source>
        <translation>第 {depth} 级</translation>
    </message>
    <message>
        <source>One level up</source>
        <translation>升一级</translation>
    </message>
    <message>
        <source>One level down</source>
        <translation>降一级</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Help · Policy Review</source>
        <extracomment>The pages in the order of the contents; each is a file of resources/help in both languages. A narrower window has the names of a few pages above the page; what the system&apos;s frame takes of the height.</extracomment>
        <translation>帮助 · 政策报告评审</translation>
    </message>
    <message>
        <source>Find in the help</source>
        <translation>在帮助中查找</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>各页</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>本页</translation>
    </message>
    <message>
        <source>No page contains “{words}”.</source>
        <translation>没有哪一页包含“{words}”。</translation>
    </message>
</context>
<context>
    <name>Hints</name>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Leave the field</source>
        <translation>离开输入框</translation>
    </message>
    <message>
        <source>Call off what is under way</source>
        <extracomment>The jobs that a person started and can call off.</extracomment>
        <translation>停止正在进行的操作</translation>
    </message>
    <message>
        <source>Into the list</source>
        <translation>进入列表</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Next, previous</source>
        <translation>下一条、上一条</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>全部按键</translation>
    </message>
    <message>
        <source>Mark as claim</source>
        <translation>标为陈述</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Rationale</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Next unjudged</source>
        <translation>下一条未判</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>采纳</translation>
    </message>
    <message>
        <source>Dismiss with reason</source>
        <translation>忽略（写明理由）</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>稍后</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>查找任何内容</translation>
    </message>
    <message>
        <source>{count} characters</source>
        <translation>{count} 字</translation>
    </message>
    <message>
        <source>Kept on this computer only</source>
        <translation>只存本机</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>Back to the one before</source>
        <translation>退回上一条</translation>
    </message>
    <message>
        <source>Do what is chosen</source>
        <translation>执行选中的一步</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Judge and go on</source>
        <translation>判定并前进</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>undone: {what}</source>
        <extracomment>Of an edit that writes many fields at once, those that say what it did; the beginnings of their names. Which group of the vocabulary has the words for a field&apos;s values. The fields of a figure whose values are words of the vocabulary, in groups of the same names.</extracomment>
        <translation>撤销：{what}</translation>
    </message>
    <message>
        <source>redone: {what}</source>
        <translation>重做：{what}</translation>
    </message>
</context>
<context>
    <name>HitPage</name>
    <message>
        <source>Check</source>
        <translation>机检</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>轻重</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>稍后</translation>
    </message>
    <message>
        <source>Reason: {words}</source>
        <translation>理由：{words}</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Answer to the check</source>
        <translation>对机检的答复</translation>
    </message>
</context>
<context>
    <name>HoverCard</name>
    <message>
        <source>No indicator named</source>
        <extracomment>So many things that happened are told; what only comes with another step is not.</extracomment>
        <translation>未写明指标</translation>
    </message>
    <message>
        <source>period not stated</source>
        <translation>未注明时期</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>读作</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>标准名</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>未注明</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>口径</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>位次</translation>
    </message>
    <message>
        <source>The reading is uncertain; please check it.</source>
        <translation>读数不确定，请核对。</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>缘由</translation>
    </message>
    <message>
        <source>History</source>
        <translation>经过</translation>
    </message>
    <message>
        <source>Had read</source>
        <translation>机器原读</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Check {number}</source>
        <translation>机检 {number}</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Rationale</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>{count} attached</source>
        <translation>{count} 份</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Claim {number}</source>
        <translation>陈述 {number}</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>No. {position}</source>
        <translation>第 {position}</translation>
    </message>
    <message>
        <source>No. {position} of {count}</source>
        <translation>{count} 个中第 {position}</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Show this before each import</source>
        <extracomment>Several lines turned in a row are one reading.</extracomment>
        <translation>每次导入前显示</translation>
    </message>
    <message>
        <source>What was read</source>
        <translation>读出的内容</translation>
    </message>
    <message>
        <source>Begin the review</source>
        <translation>开始评审</translation>
    </message>
    <message>
        <source>Report details</source>
        <translation>报告信息</translation>
    </message>
    <message>
        <source>Furniture · {count}</source>
        <translation>残留 · {count}</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>文字编码</translation>
    </message>
    <message>
        <source>Recognise text</source>
        <translation>识别文字</translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation>换一个文件…</translation>
    </message>
    <message>
        <source>Recognising text: page {page} of {count}</source>
        <translation>正在识别文字：第 {page} 页，共 {count} 页</translation>
    </message>
    <message>
        <source>Reading the file again</source>
        <translation>正在重新读取文件</translation>
    </message>
    <message>
        <source>Reading the file again: page {page} of {count}</source>
        <translation>正在重新读取文件：第 {page} 页，共 {count} 页</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Inspector</source>
        <translation>检视</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一条</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一条</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Go to the next or the previous claim</source>
        <translation>转到下一条或上一条陈述</translation>
    </message>
    <message>
        <source>Judge the selected claim</source>
        <translation>判定所选陈述</translation>
    </message>
    <message>
        <source>Mark the selected words as a claim</source>
        <translation>把选中的文字标为陈述</translation>
    </message>
    <message>
        <source>Claim {number}</source>
        <translation>陈述 {number}</translation>
    </message>
    <message>
        <source>of {count}</source>
        <translation>共 {count} 条</translation>
    </message>
    <message>
        <source>dismissed: {reason}</source>
        <translation>已忽略：{reason}</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>Nothing is selected</source>
        <translation>没有选中任何内容</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>已签发</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Check {number}</source>
        <translation>机检 {number}</translation>
    </message>
    <message>
        <source>Show in the text</source>
        <translation>在正文中查看</translation>
    </message>
    <message>
        <source>Attach evidence…</source>
        <translation>附上证据…</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>标签…</translation>
    </message>
    <message>
        <source>Link to another claim…</source>
        <translation>与另一条陈述关联…</translation>
    </message>
    <message>
        <source>Dismiss with reason…</source>
        <translation>忽略（写明理由）…</translation>
    </message>
    <message>
        <source>Take it in again</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Attach to claim {number} as evidence</source>
        <translation>作为证据附到陈述 {number}</translation>
    </message>
    <message>
        <source>Keep as evidence without a claim</source>
        <translation>存为未归类证据</translation>
    </message>
    <message>
        <source>Remove the mark</source>
        <translation>移除这条标注</translation>
    </message>
    <message>
        <source>{count} claims</source>
        <translation>{count} 条陈述</translation>
    </message>
    <message>
        <source>selected, of {count}</source>
        <translation>已选中，共 {count} 条</translation>
    </message>
</context>
<context>
    <name>KeyList</name>
    <message>
        <source>Keys of Policy Review</source>
        <translation>政策报告评审按键表</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>All keys</source>
        <extracomment>With less the keys stand in one column. What is built in, with its licence as its authors state it.</extracomment>
        <translation>全部按键</translation>
    </message>
    <message>
        <source>Single letters and digits act only outside text fields.</source>
        <translation>单个字母和数字键只在输入框之外起作用。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>更改按键…</translation>
    </message>
</context>
<context>
    <name>LayoutDialog</name>
    <message>
        <source>Rename the layout</source>
        <translation>重命名布局</translation>
    </message>
    <message>
        <source>Keep this layout</source>
        <translation>保存当前布局</translation>
    </message>
    <message>
        <source>Panes, sizes and the window&apos;s place are kept under a name, in the menu View, Layouts.</source>
        <translation>面板、大小和窗口位置以这个名字保存，见“查看 › 布局”。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Write a name.</source>
        <translation>请写名称。</translation>
    </message>
    <message>
        <source>This replaces the layout of that name.</source>
        <translation>会替换同名的布局。</translation>
    </message>
</context>
<context>
    <name>LedgerPane</name>
    <message>
        <source>Ledgers</source>
        <extracomment>A narrower pane does not count its rows: the number stood upon the names. So many rows are made in one turn of the event loop: of 1,700 all took a tenth of a second, with each decision anew.</extracomment>
        <translation>台账</translation>
    </message>
    <message>
        <source>Which ledger</source>
        <translation>哪一本台账</translation>
    </message>
    <message>
        <source>Filter rows  /</source>
        <translation>筛选  /</translation>
    </message>
    <message>
        <source>Filter rows</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Unpaired</source>
        <translation>未配对</translation>
    </message>
    <message>
        <source>Rows with both sides, or only those without a counterpart</source>
        <translation>全部各行，或只看未配对的行</translation>
    </message>
    <message>
        <source>Copy and export</source>
        <translation>复制与导出</translation>
    </message>
    <message>
        <source>Rows of the ledger</source>
        <translation>台账各行</translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation>复制表格</translation>
    </message>
    <message>
        <source>Export as a workbook (XLSX)…</source>
        <translation>导出工作簿（XLSX）…</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>导出 CSV…</translation>
    </message>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %n rows</source>
        <translation>
            <numerusform>%n 行中的 {shown} 行</numerusform>
        </translation>
    </message>
    <message>
        <source>No row contains “{words}”. Esc clears.</source>
        <translation>没有一行含“{words}”。按 Esc 清除。</translation>
    </message>
    <message>
        <source>Every row has its counterpart.</source>
        <translation>每一行都已配对。</translation>
    </message>
    <message>
        <source>This report sets no targets.</source>
        <translation>报告中没有读出目标。</translation>
    </message>
    <message>
        <source>This report states no results in figures.</source>
        <translation>报告中没有读出带数值的实绩。</translation>
    </message>
    <message>
        <source>This report promises nothing. Mark words in the text and press M.</source>
        <translation>报告中没有读出承诺事项。可在正文选中文字按 M。</translation>
    </message>
    <message>
        <source>No check is confirmed yet. F8 asks for one after the other; A confirms.</source>
        <translation>还没有确认的机检。按 F8 逐条评审，A 为确认。</translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message>
        <source>This claim</source>
        <translation>这条陈述</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Link claim {number}</source>
        <translation>关联陈述 {number}</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>关联</translation>
    </message>
    <message>
        <source>Words or number of the other claim</source>
        <translation>另一条陈述的文字或编号</translation>
    </message>
    <message>
        <source>Choose the other claim.</source>
        <translation>请选择另一条陈述。</translation>
    </message>
</context>
<context>
    <name>LinkRow</name>
    <message>
        <source>Claim {number}</source>
        <translation>陈述 {number}</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Take the link away</source>
        <translation>取消关联</translation>
    </message>
</context>
<context>
    <name>Looking</name>
    <message>
        <source>Save a copy</source>
        <translation>保存副本</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Navigator</source>
        <translation>导航</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>检视</translation>
    </message>
    <message>
        <source>Policy Review</source>
        <extracomment>What the system&apos;s own frame takes; a screen of 1920 pixels at 200 % has less than the least size leaves. What parts of the window answer where no pane did. Asked here, since a filter would be called for every event.</extracomment>
        <translation>政策报告评审</translation>
    </message>
    <message>
        <source>{title} · Policy Review</source>
        <translation>{title} · 政策报告评审</translation>
    </message>
    <message>
        <source>Ledgers</source>
        <translation>台账</translation>
    </message>
</context>
<context>
    <name>Many</name>
    <message>
        <source>{count} claims</source>
        <extracomment>The commands that `answer` does for all claims that are selected at once.</extracomment>
        <translation>{count} 条陈述</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>采纳</translation>
    </message>
    <message>
        <source>Dismiss with reason…</source>
        <translation>忽略（写明理由）…</translation>
    </message>
    <message>
        <source>Take in again</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>None</source>
        <translation>不判</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>评审状态</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>{count} claims, the first:</source>
        <translation>{count} 条陈述，第一条：</translation>
    </message>
    <message>
        <source>Attach evidence of the register…</source>
        <translation>附上已登记的证据…</translation>
    </message>
</context>
<context>
    <name>ManyPage</name>
    <message>
        <source>The register is empty. Attach evidence to one of the claims first.</source>
        <translation>证据登记是空的。先给其中一条陈述附上证据。</translation>
    </message>
    <message>
        <source>What is judged</source>
        <translation>判定哪一方面</translation>
    </message>
    <message>
        <source>Tag all of them</source>
        <translation>给全部加标签</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>把握</translation>
    </message>
    <message>
        <source>Accept all</source>
        <translation>全部采纳</translation>
    </message>
    <message>
        <source>Dismiss all…</source>
        <translation>全部忽略…</translation>
    </message>
    <message>
        <source>Attach evidence…</source>
        <translation>附上证据…</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>另有 {count} 条</translation>
    </message>
    <message>
        <source>Mixed: in {count} sections</source>
        <translation>不一：分属 {count} 节</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>No type</source>
        <translation>未分类</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>评审状态</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>on {count} of {all}</source>
        <translation>{all} 条中有 {count} 条</translation>
    </message>
    <message>
        <source>Mixed: {words}</source>
        <translation>不一：{words}</translation>
    </message>
    <message>
        <source>On some: {words}</source>
        <translation>部分有：{words}</translation>
    </message>
    <message>
        <source>{name}: mixed</source>
        <translation>{name}：不一</translation>
    </message>
    <message numerus="yes">
        <source>%n of {all} are judged. The same key again clears their verdicts.</source>
        <translation>
            <numerusform>{all} 条中 %n 条已有判定。再按一次同一个键，清除这些判定。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of {all} are judged otherwise. The same key again makes all of them “{verdict}”.</source>
        <translation>
            <numerusform>{all} 条中 %n 条已有其他判定。再按一次同一个键，全部改判“{verdict}”。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MetricPage</name>
    <message>
        <source>Indicator not stated</source>
        <translation>未写明指标</translation>
    </message>
    <message>
        <source>This reading is unsure; look at the text before you use it.</source>
        <translation>这个读数存疑，使用前请看原文。</translation>
    </message>
    <message>
        <source>Why it is read so</source>
        <translation>为何这样读</translation>
    </message>
    <message>
        <source>Claim {number}</source>
        <translation>陈述 {number}</translation>
    </message>
    <message>
        <source>No claim</source>
        <translation>没有陈述</translation>
    </message>
    <message>
        <source>{what} by {name}, {time}. The program had read: {words}</source>
        <translation>{what}：{name}，{time}。机器原读数：{words}</translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation>更正…</translation>
    </message>
    <message>
        <source>Not a figure</source>
        <translation>不是数值</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Put the program&apos;s reading back</source>
        <translation>恢复机器读数</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>未注明</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Bound</source>
        <translation>界</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>位次</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>比较基期</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>正负</translation>
    </message>
</context>
<context>
    <name>MetricTable</name>
    <message>
        <source>Indicator</source>
        <extracomment>Columns that are shown at first, and those that can be added. Role of the `MetricRow` or `GroupRow` behind an index.</extracomment>
        <translation>指标</translation>
    </message>
    <message>
        <source>Standard name</source>
        <translation>标准名称</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Rank / bound</source>
        <translation>位次 / 界</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时期</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>口径</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>As printed</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>置信</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>人工</translation>
    </message>
    <message>
        <source>Before the first section</source>
        <translation>首节之前</translation>
    </message>
    <message>
        <source>Indicator not stated</source>
        <translation>未写明指标</translation>
    </message>
    <message>
        <source>{what} by {name}. The program had read: {words}</source>
        <translation>{what}：{name}。机器原读数：{words}</translation>
    </message>
    <message>
        <source>{name}
Standard name: {standard}</source>
        <translation>{name}
标准名称：{standard}</translation>
    </message>
</context>
<context>
    <name>NameDialog</name>
    <message>
        <source>Reviewer&apos;s name</source>
        <translation>评审人姓名</translation>
    </message>
    <message>
        <source>It stands beside each decision made from now on, and in the PDF.</source>
        <translation>此后的每个决定旁和 PDF 中都会写明。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
</context>
<context>
    <name>Navigator</name>
    <message>
        <source>Navigator</source>
        <extracomment>A lower pane leaves out the counts at its foot, and a still lower one the foot: of the lists one row was seen.</extracomment>
        <translation>导航</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>陈述</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>机检</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Sections of the report</source>
        <translation>报告的章节</translation>
    </message>
    <message>
        <source>No report is open. Press Ctrl+O to open one.</source>
        <translation>还没有打开报告。按 Ctrl+O 打开。</translation>
    </message>
    <message>
        <source>No section contains “{words}”. Esc clears the filter.</source>
        <translation>没有章节含“{words}”，Esc 清除。</translation>
    </message>
    <message>
        <source>No claim contains “{words}”. Esc clears the filter.</source>
        <translation>没有陈述含“{words}”，Esc 清除。</translation>
    </message>
    <message>
        <source>No check contains “{words}”. Esc clears the filter.</source>
        <translation>没有机检含“{words}”，Esc 清除。</translation>
    </message>
    <message>
        <source>No evidence contains “{words}”. Esc clears the filter.</source>
        <translation>没有证据含“{words}”，Esc 清除。</translation>
    </message>
    <message>
        <source>No claim has this verdict. Click the count again to see all.</source>
        <translation>没有陈述是这个判定。再点一次计数可看全部。</translation>
    </message>
    <message>
        <source>No headings were found in this report. The text can still be reviewed.</source>
        <translation>没有找到标题，正文仍可评审。</translation>
    </message>
    <message>
        <source>No claims yet. Select words in the text and press M.</source>
        <translation>还没有陈述。在正文选中文字，按 M 标出。</translation>
    </message>
    <message>
        <source>The checks found nothing to ask about.</source>
        <translation>机检没有发现要问的地方。</translation>
    </message>
    <message>
        <source>No evidence yet. Drop a file here, or press E on a claim.</source>
        <translation>还没有证据。把文件拖到这里，或在陈述上按 E。</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>按顺序</translation>
    </message>
    <message>
        <source>Worth checking</source>
        <translation>值得核查</translation>
    </message>
    <message>
        <source>By verdict</source>
        <translation>按判定</translation>
    </message>
    <message>
        <source>Filter sections</source>
        <translation>筛选章节</translation>
    </message>
    <message>
        <source>Count something else</source>
        <translation>换一种计数</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Filter claims</source>
        <translation>筛选陈述</translation>
    </message>
    <message>
        <source>Sort in another order</source>
        <translation>换一种排序</translation>
    </message>
    <message>
        <source>Filter checks</source>
        <translation>筛选机检</translation>
    </message>
    <message>
        <source>Filter evidence</source>
        <translation>筛选证据</translation>
    </message>
</context>
<context>
    <name>OpeningTold</name>
    <message>
        <source>Opening “{name}”: page {number} of {count}</source>
        <extracomment>A longer name of a file is shown without its middle.</extracomment>
        <translation>正在打开“{name}”：第 {number} 页，共 {count} 页</translation>
    </message>
    <message>
        <source>Opening “{name}”: looking for sections, figures and claims</source>
        <translation>正在打开“{name}”：正在查找章节、数值和陈述</translation>
    </message>
    <message>
        <source>Opening “{name}”: making the project</source>
        <translation>正在打开“{name}”：正在建立项目</translation>
    </message>
    <message>
        <source>Opening “{name}”</source>
        <translation>正在打开“{name}”</translation>
    </message>
</context>
<context>
    <name>OriginalPane</name>
    <message>
        <source>Reading the original…</source>
        <extracomment>A click beside every mark leads to the nearest figure this many characters away. The choice of the settings that keeps how large pages are.</extracomment>
        <translation>正在读取原件…</translation>
    </message>
    <message>
        <source>Page {page} of {count}</source>
        <translation>第 {page} 页，共 {count} 页</translation>
    </message>
    <message>
        <source>Original: {name}</source>
        <translation>原件：{name}</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原件</translation>
    </message>
    <message>
        <source>Pages of the original</source>
        <translation>原件各页</translation>
    </message>
    <message>
        <source>Words of the original</source>
        <translation>原件文字</translation>
    </message>
    <message>
        <source>Enter the password…</source>
        <translation>输入密码…</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Show at 100 %</source>
        <translation>按 100 % 显示</translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation>适合宽度</translation>
    </message>
    <message>
        <source>Fit the page</source>
        <translation>适合整页</translation>
    </message>
    <message>
        <source>Close the original</source>
        <translation>关闭原件</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页数</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>字数</translation>
    </message>
    <message>
        <source>Headings</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Find, go to, or run a command</source>
        <extracomment>The same signs as Chinese input writes them.</extracomment>
        <translation>查找、跳转或执行命令</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Nothing by this name. Try fewer characters.</source>
        <translation>没有这个名称。试试少输几个字。</translation>
    </message>
    <message>
        <source>&gt; commands   @ sections   # figures   : claim number   Enter goes there</source>
        <translation>&gt; 命令   @ 章节   # 数值   : 陈述编号   回车前往</translation>
    </message>
</context>
<context>
    <name>ParticularsForm</name>
    <message>
        <source>Unknown</source>
        <extracomment>Field, row, column, columns.</extracomment>
        <translation>未知</translation>
    </message>
    <message>
        <source>Unknown, such as 2024-03-05</source>
        <translation>未知，如 2024-03-05</translation>
    </message>
    <message>
        <source>A year has four digits, such as 2024.</source>
        <translation>年份为四位数字，如 2024。</translation>
    </message>
    <message>
        <source>The year of the plan lies before that of the results.</source>
        <translation>计划年份早于实绩年份。</translation>
    </message>
    <message>
        <source>Write the date as 2024-03-05.</source>
        <translation>日期请写成 2024-03-05。</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>发布机关</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>文种</translation>
    </message>
    <message>
        <source>Year of the results</source>
        <translation>实绩年份</translation>
    </message>
    <message>
        <source>Year of the plan</source>
        <translation>计划年份</translation>
    </message>
    <message>
        <source>Fidelity</source>
        <translation>文本性质</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>The file is protected</source>
        <translation>文件有密码保护</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>Pasting</name>
    <message>
        <source>Pasted text {time}</source>
        <translation>粘贴的文字 {time}</translation>
    </message>
    <message>
        <source>Pasted picture {time}</source>
        <extracomment>A name is made of the first words, as far as they are fit for one. So many paths, and none longer, are looked for on the disk.</extracomment>
        <translation>粘贴的图片 {time}</translation>
    </message>
</context>
<context>
    <name>PlaceRow</name>
    <message>
        <source>Select its words in the text, then press the target.</source>
        <translation>请在正文选中它的文字，再按右边的靶心。</translation>
    </message>
    <message>
        <source>Before: {words}</source>
        <translation>原为：{words}</translation>
    </message>
    <message>
        <source>Put it on the words selected in the text</source>
        <translation>放到正文里选中的文字</translation>
    </message>
    <message>
        <source>Take this passage from the claim</source>
        <translation>从陈述去掉这一处</translation>
    </message>
</context>
<context>
    <name>PlaceRows</name>
    <message>
        <source>Looked at: it is right</source>
        <translation>已核对，位置正确</translation>
    </message>
</context>
<context>
    <name>ProgressFoot</name>
    <message>
        <source>Review progress</source>
        <extracomment>Without the counts, where the list above needs the room.</extracomment>
        <translation>评审进度</translation>
    </message>
    <message>
        <source>{verdict}: {count}. Click to list them.</source>
        <translation>{verdict}：{count} 条。单击即列出。</translation>
    </message>
    <message>
        <source>{judged} / {total} checkable</source>
        <translation>{judged} / {total} 条可核查</translation>
    </message>
    <message>
        <source>Claims that can be checked and are not dismissed. The lists and the text show all claims.</source>
        <translation>只计可以核查且未忽略的陈述；清单与正文列出全部陈述。</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Left</source>
        <translation>←</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>→</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>↑</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>↓</translation>
    </message>
</context>
<context>
    <name>QueueHead</name>
    <message>
        <source>{done} of {total} answered</source>
        <translation>共 {total} 条，已评审 {done} 条</translation>
    </message>
    <message>
        <source>One by one</source>
        <translation>逐条评审</translation>
    </message>
</context>
<context>
    <name>QueuePane</name>
    <message>
        <source>Nothing is left in this queue. Esc leaves.</source>
        <translation>这个队列里没有待评审的了。按 Esc 离开。</translation>
    </message>
    <message>
        <source>One by one</source>
        <translation>逐条评审</translation>
    </message>
    <message>
        <source>By worth</source>
        <translation>值得核查</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>只看机检</translation>
    </message>
    <message>
        <source>Order of the queue</source>
        <translation>队列的顺序</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message>
        <source>No report is open. Press Ctrl+O to open one.</source>
        <extracomment>Where a revealed place comes to stand, and the band in which it is left where it is; shares of the height. A section&apos;s heading comes to stand so many pixels below the upper edge.</extracomment>
        <translation>还没有打开报告。按 Ctrl+O 打开。</translation>
    </message>
    <message>
        <source>Text of the report</source>
        <translation>报告正文</translation>
    </message>
    <message>
        <source>Marks over the whole report</source>
        <translation>全文标记</translation>
    </message>
</context>
<context>
    <name>ReadingTable</name>
    <message>
        <source>Standard name: {name}</source>
        <translation>标准名称：{name}</translation>
    </message>
    <message>
        <source>No. {position}</source>
        <translation>第 {position}</translation>
    </message>
</context>
<context>
    <name>ReadingsDialog</name>
    <message>
        <source>Readings by hand</source>
        <translation>人工读数</translation>
    </message>
    <message>
        <source>Enter goes to the words. What the program had read can be put back at any time.</source>
        <translation>Enter 转到原文；机器原读数可随时恢复。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>In the report</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Read now</source>
        <translation>现读数</translation>
    </message>
    <message>
        <source>The program had read</source>
        <translation>机器原读数</translation>
    </message>
    <message>
        <source>By</source>
        <translation>更正人</translation>
    </message>
    <message>
        <source>Put the program&apos;s reading back</source>
        <translation>恢复机器读数</translation>
    </message>
    <message>
        <source>These words are not in the report any more.</source>
        <translation>报告里已找不到这些文字。</translation>
    </message>
    <message>
        <source>No reading was decided by hand yet. F2 on a figure corrects it.</source>
        <translation>还没有人工定过的读数。选中数值按 F2 更正。</translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <source>Dismiss with reason</source>
        <translation>忽略（写明理由）</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>A common way of speaking</source>
        <translation>通行说法</translation>
    </message>
    <message>
        <source>The context explains it</source>
        <translation>上下文已说明</translation>
    </message>
    <message>
        <source>Misread by the program</source>
        <translation>程序误读</translation>
    </message>
    <message>
        <source>4    Another reason</source>
        <translation>4    其他理由</translation>
    </message>
    <message>
        <source>Write a reason or choose one.</source>
        <translation>请写理由，或选一个。</translation>
    </message>
</context>
<context>
    <name>ReasonMenu</name>
    <message>
        <source>A common way of speaking</source>
        <translation>通行说法</translation>
    </message>
    <message>
        <source>The context explains it</source>
        <translation>上下文已说明</translation>
    </message>
    <message>
        <source>Misread by the program</source>
        <translation>程序误读</translation>
    </message>
    <message>
        <source>Another reason…</source>
        <translation>其他理由…</translation>
    </message>
</context>
<context>
    <name>RecentRow</name>
    <message>
        <source>Open</source>
        <extracomment>The height of a recent project&apos;s row, in pixels.</extracomment>
        <translation>打开</translation>
    </message>
    <message>
        <source>Remove from this list; the file stays</source>
        <translation>从列表移除，文件保留</translation>
    </message>
    <message>
        <source>Not found any more · Enter looks for it again</source>
        <translation>找不到了 · 回车重新定位</translation>
    </message>
    <message numerus="yes">
        <source>%n figures</source>
        <translation>
            <numerusform>%n 个数值</numerusform>
        </translation>
    </message>
    <message>
        <source>All judged</source>
        <translation>全部已判</translation>
    </message>
    <message>
        <source>{judged} / {total} judged</source>
        <translation>已判 {judged} / {total}</translation>
    </message>
</context>
<context>
    <name>RecognisedLine</name>
    <message>
        <source>Recognised from pictures, not the original words.</source>
        <translation>文字由图像识别得出，不是原文。</translation>
    </message>
    <message>
        <source>doubtful: {count}</source>
        <translation>存疑 {count} 处</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Go to the next doubtful place</source>
        <translation>转到下一处存疑文字</translation>
    </message>
</context>
<context>
    <name>Record</name>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
</context>
<context>
    <name>RegisterFields</name>
    <message>
        <source>What it is</source>
        <translation>基本情况</translation>
    </message>
    <message>
        <source>Where it is from</source>
        <translation>来源与签章</translation>
    </message>
    <message>
        <source>Place and period</source>
        <translation>位置与期间</translation>
    </message>
    <message>
        <source>Dates are written 2024-01-31, 2024-01 or 2024.</source>
        <translation>日期写作 2024-01-31、2024-01 或 2024。</translation>
    </message>
    <message>
        <source>Say why the signature was refused.</source>
        <translation>请写明拒绝签章的原因。</translation>
    </message>
    <message>
        <source>YYYY-MM-DD</source>
        <translation>年-月-日</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Who issued it</source>
        <translation>提供方</translation>
    </message>
    <message>
        <source>Published on</source>
        <translation>发布日期</translation>
    </message>
    <message>
        <source>Obtained on</source>
        <translation>取得日期</translation>
    </message>
    <message>
        <source>Source, A to F</source>
        <translation>来源可靠性（A–F）</translation>
    </message>
    <message>
        <source>Content, 1 to 6</source>
        <translation>信息可信度（1–6）</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Pieces of one name count as one source</source>
        <translation>同名的证据算作同一来源</translation>
    </message>
    <message>
        <source>Provider is</source>
        <translation>提供方性质</translation>
    </message>
    <message>
        <source>Obtained by</source>
        <translation>取得方法</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签章</translation>
    </message>
    <message>
        <source>Why refused</source>
        <translation>拒绝原因</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>副本</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>敏感程度</translation>
    </message>
    <message>
        <source>Same source</source>
        <translation>同一来源</translation>
    </message>
    <message>
        <source>Archived at</source>
        <translation>存档网址</translation>
    </message>
    <message>
        <source>In words: chapter, paragraph</source>
        <translation>用文字写：章节、段落</translation>
    </message>
    <message>
        <source>Row and column</source>
        <translation>行与列</translation>
    </message>
    <message>
        <source>2023, 2023-Q1, 2021–2023</source>
        <translation>2023、2023-Q1、2021–2023</translation>
    </message>
    <message>
        <source>Place in it</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>单元格</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间点</translation>
    </message>
    <message>
        <source>Period of the data</source>
        <translation>数据所属期</translation>
    </message>
    <message>
        <source>State of the data</source>
        <translation>数据状态</translation>
    </message>
    <message>
        <source>Not stated</source>
        <translation>未说明</translation>
    </message>
</context>
<context>
    <name>RegisteredList</name>
    <message>
        <source>Number, title or provider</source>
        <translation>编号、标题或提供方</translation>
    </message>
    <message>
        <source>Evidence in the register</source>
        <translation>已登记的证据</translation>
    </message>
</context>
<context>
    <name>RepairDialog</name>
    <message>
        <source>“{name}” cannot be opened</source>
        <translation>“{name}”无法打开</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>修复</translation>
    </message>
    <message>
        <source>Newest snapshot: {time}</source>
        <translation>最新快照：{time}</translation>
    </message>
    <message>
        <source>There is no snapshot beside it.</source>
        <translation>旁边没有备份快照。</translation>
    </message>
    <message>
        <source>The file was left exactly as it is. What can be read of it is put into a new file of the same name; the damaged one is kept beside it.</source>
        <translation>文件原样未动。能读出的内容会放进一个同名的新文件，损坏的原件保留在旁边。</translation>
    </message>
    <message>
        <source>Show the original</source>
        <translation>显示原件</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>正在修复…</translation>
    </message>
    <message>
        <source>The project is repaired</source>
        <translation>项目已修复</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The project could not be repaired</source>
        <translation>项目无法修复</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>ReviewDialog</name>
    <message>
        <source>About this review</source>
        <translation>评审信息</translation>
    </message>
    <message>
        <source>Printed in the review PDF. Empty lines are left out.</source>
        <translation>印在评审报告中，空着的不印。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>SampleCard</name>
    <message>
        <source>Open the sample {title}</source>
        <translation>打开样例：{title}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>Text of the report</source>
        <extracomment>So many results of one kind are listed; the head says how many there are. What ends the words before: it stands at the head of no line.</extracomment>
        <translation>报告正文</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>陈述</translation>
    </message>
    <message>
        <source>Rationales and notes</source>
        <translation>理由与备注</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>机检</translation>
    </message>
    <message>
        <source>Claim {number}</source>
        <translation>陈述 {number}</translation>
    </message>
    <message>
        <source>Rationale</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Rationale on fulfilment</source>
        <translation>落实情况的理由</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message numerus="yes">
        <source>%n places</source>
        <translation>
            <numerusform>%n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>Find in the project</source>
        <translation>在整个项目中查找</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>关闭查找</translation>
    </message>
    <message>
        <source>Nothing in this project contains “{words}”.</source>
        <translation>这个项目里没有“{words}”。</translation>
    </message>
    <message>
        <source>Looks through the text, claims, rationales, notes, tags, evidence and checks.</source>
        <translation>在正文、陈述、理由、备注、标签、证据和机检中查找。</translation>
    </message>
</context>
<context>
    <name>SectionPage</name>
    <message>
        <source>Next unjudged</source>
        <translation>下一条未判</translation>
    </message>
    <message>
        <source>Level and role…</source>
        <translation>级别与性质…</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>性质</translation>
    </message>
    <message>
        <source>Years</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>陈述</translation>
    </message>
    <message>
        <source>Judged</source>
        <translation>已判</translation>
    </message>
    <message>
        <source>{judged} of {total}</source>
        <translation>{judged} / {total}</translation>
    </message>
    <message>
        <source>Open checks</source>
        <translation>待处理机检</translation>
    </message>
    <message>
        <source>Not judged yet</source>
        <translation>还没判定</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>还有 {count} 条</translation>
    </message>
    <message>
        <source>Nothing in it waits for a verdict.</source>
        <translation>本节没有等待判定的陈述。</translation>
    </message>
</context>
<context>
    <name>SectionTree</name>
    <message>
        <source>figures {figures}, claims {claims}, checks {checks}</source>
        <extracomment>Role of the `SectionRow` behind an index.</extracomment>
        <translation>数值 {figures}，陈述 {claims}，机检 {checks}</translation>
    </message>
    <message>
        <source>{judged} of {total} judged</source>
        <translation>已判 {judged} / {total}</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Cancel</source>
        <extracomment>What the system&apos;s frame takes of the screen&apos;s height. So many signs of the report are quoted at most. White at both sides of the fields, and the bar that they are scrolled with where the screen is low. On a lower screen the explanation is scrolled with the fields: it left them less than one line. Rows of a list that are in sight on the lowest screen.</extracomment>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Choose a command, then press the keys that it shall have.</source>
        <translation>选一个命令，再按下要用的按键。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Find a command or a key</source>
        <translation>查找命令或按键</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>命令与按键</translation>
    </message>
    <message>
        <source>Press the keys</source>
        <translation>按下要用的按键</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>设定</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>不设按键</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Keys of the chosen command</source>
        <translation>所选命令的按键</translation>
    </message>
    <message>
        <source>Single letters and digits act outside of text fields</source>
        <translation>在输入框之外，单个字母和数字可作按键</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>全部恢复</translation>
    </message>
    <message>
        <source>Save the list…</source>
        <translation>保存按键表…</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>保存按键表</translation>
    </message>
    <message>
        <source>The list cannot be written there; choose another place.</source>
        <translation>无法写到那里，请另选位置。</translation>
    </message>
    <message>
        <source>{keys} belongs to “{command}”. Press again to take it over.</source>
        <translation>{keys} 现用于“{command}”，再按一次即改给这个命令。</translation>
    </message>
    <message>
        <source>{keys} belongs to “{command}”.</source>
        <translation>{keys} 现用于“{command}”。</translation>
    </message>
    <message>
        <source>{verdict}, and stay</source>
        <translation>{verdict}，并停在这里</translation>
    </message>
    <message>
        <source>Single letters are switched off.</source>
        <translation>单个字母按键已关闭。</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Keys of Policy Review</source>
        <translation>政策报告评审按键表</translation>
    </message>
</context>
<context>
    <name>SigningDialog</name>
    <message>
        <source>The review is signed</source>
        <translation>评审已签发</translation>
    </message>
    <message>
        <source>Version {number} is approved and locked. A new version says what it corrects.</source>
        <translation>第 {number} 版已审定并锁定。开始新版本须写明更正内容。</translation>
    </message>
    <message>
        <source>Open a new version</source>
        <translation>开始新版本</translation>
    </message>
    <message>
        <source>What is corrected, and why</source>
        <translation>更正内容与原因</translation>
    </message>
    <message>
        <source>Sign the review</source>
        <translation>签署评审</translation>
    </message>
    <message>
        <source>Prepared, then reviewed, then approved: all three sign the same content. Approval locks it.</source>
        <translation>先编制，再复核，后审定，三方签署同一内容；审定后锁定。</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>签署</translation>
    </message>
    <message>
        <source>Signing as</source>
        <translation>签署身份</translation>
    </message>
    <message>
        <source>Opinion</source>
        <translation>审核意见</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>意见说明</translation>
    </message>
    <message>
        <source>Version {number} · {role}: {name} · {opinion} · {time} · {hash}</source>
        <translation>第 {number} 版 · {role}：{name} · {opinion} · {time} · {hash}</translation>
    </message>
    <message>
        <source>Version {number} corrects: {words}</source>
        <translation>第 {number} 版更正：{words}</translation>
    </message>
    <message numerus="yes">
        <source>%n claims that could be checked have no verdict yet. They are printed so.</source>
        <translation>
            <numerusform>还有 %n 条可核查的陈述没有判定，将照此印出。</numerusform>
        </translation>
    </message>
    <message>
        <source>Signatory&apos;s name</source>
        <translation>姓名</translation>
    </message>
</context>
<context>
    <name>SnapshotsDialog</name>
    <message>
        <source>Snapshots</source>
        <translation>备份快照</translation>
    </message>
    <message>
        <source>There is none yet. The first is made while you work.</source>
        <translation>还没有快照。工作中会自动存下第一份。</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>The project as it was, kept beside it while you work. Looking at one changes nothing.</source>
        <translation>工作时自动存在项目旁边的历史状态。查看不会改动任何内容。</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>恢复…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Go back to {time}?</source>
        <translation>回到 {time} 的状态？</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>All verdicts, notes, tags, claims and evidence become again as they were at {time}.</source>
        <translation>全部判定、备注、标签、陈述和证据都回到 {time} 的样子。</translation>
    </message>
    <message>
        <source>What was done since is not lost: the present state is kept as a snapshot first, and Undo brings it back. The log keeps both. Signatures stay as they are.</source>
        <translation>此后所做的不会丢失：现在的状态会先存为一份快照，用“撤销”也能回来，日志里两者都有记录。签署不受影响。</translation>
    </message>
    <message>
        <source>The project is read-only</source>
        <translation>项目是只读的</translation>
    </message>
</context>
<context>
    <name>TableCard</name>
    <message>
        <source>Filter figures</source>
        <extracomment>So many rows are made in one turn of the event loop: all six thousand of a long plan took a tenth of a second.</extracomment>
        <translation>筛选数值</translation>
    </message>
    <message>
        <source>Columns, groups and copying</source>
        <translation>列、分组与复制</translation>
    </message>
    <message>
        <source>Figures of the report</source>
        <translation>报告的数值</translation>
    </message>
    <message>
        <source>by section</source>
        <translation>按章节</translation>
    </message>
    <message>
        <source>by indicator</source>
        <translation>按指标</translation>
    </message>
    <message>
        <source>by role</source>
        <translation>按角色</translation>
    </message>
    <message>
        <source>not grouped</source>
        <translation>不分组</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>None contains “{words}”. Esc clears.</source>
        <translation>没有数值含“{words}”，Esc 清除。</translation>
    </message>
    <message>
        <source>This report states no figures.</source>
        <translation>本报告没有数值。</translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation>复制表格</translation>
    </message>
    <message>
        <source>Group by section</source>
        <translation>按章节分组</translation>
    </message>
    <message>
        <source>Group by indicator</source>
        <translation>按指标分组</translation>
    </message>
    <message>
        <source>Group by role</source>
        <translation>按角色分组</translation>
    </message>
    <message>
        <source>Do not group</source>
        <translation>不分组</translation>
    </message>
    <message>
        <source>Export the table…</source>
        <translation>导出表格…</translation>
    </message>
    <message numerus="yes">
        <source>%n figures</source>
        <translation>
            <numerusform>%n 个数值</numerusform>
        </translation>
    </message>
    <message>
        <source>Workbooks (*.xlsx)</source>
        <translation>工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Export the table</source>
        <translation>导出表格</translation>
    </message>
</context>
<context>
    <name>TableWindow</name>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
</context>
<context>
    <name>TagDialog</name>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Type to search. Enter puts a tag on or takes it off.</source>
        <translation>输入可查找，回车加上或去掉标签。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Search, or name a new tag</source>
        <translation>查找，或为新标签起名</translation>
    </message>
    <message>
        <source>New tag &apos;{name}&apos;</source>
        <translation>新标签“{name}”</translation>
    </message>
</context>
<context>
    <name>Tally</name>
    <message>
        <source>Checks confirmed</source>
        <translation>机检 · 已确认</translation>
    </message>
    <message>
        <source>Checks dismissed</source>
        <translation>机检 · 已忽略</translation>
    </message>
</context>
<context>
    <name>Telling</name>
    <message>
        <source>Something went wrong in the program ({fault}). Your work so far is in the file.</source>
        <extracomment>Errors after which the file does not hold what was just done.</extracomment>
        <translation>程序出了错（{fault}）。此前的工作都在文件里。</translation>
    </message>
    <message>
        <source>Open the log folder</source>
        <translation>打开日志文件夹</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>另存副本…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Save a copy elsewhere…</source>
        <translation>另存到别处…</translation>
    </message>
    <message>
        <source>Repair…</source>
        <translation>修复…</translation>
    </message>
    <message>
        <source>The report&apos;s folder cannot take the project. It is in Documents: {name}</source>
        <translation>报告所在的文件夹无法存放项目，项目已存到“文档”：{name}</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>This report has a review already: {name}</source>
        <translation>这份报告已有评审项目：{name}</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>继续评审</translation>
    </message>
    <message>
        <source>Start another</source>
        <translation>另建一个</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; was dropped beside every claim.</source>
        <translation>“{name}”没有拖到任何陈述上。</translation>
    </message>
    <message>
        <source>Open as report</source>
        <translation>作为报告打开</translation>
    </message>
    <message>
        <source>Keep as evidence</source>
        <translation>存为证据</translation>
    </message>
    <message>
        <source>Written: {name}</source>
        <translation>已导出：{name}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>A copy is saved: {name}</source>
        <translation>副本已保存：{name}</translation>
    </message>
    <message>
        <source>Go on in the copy</source>
        <translation>在副本中继续</translation>
    </message>
    <message>
        <source>A file is still being written. The window closes as soon as it is done.</source>
        <translation>还有文件正在写入，完成后窗口自动关闭。</translation>
    </message>
    <message>
        <source>A file is still being written. The project closes as soon as it is done.</source>
        <translation>还有文件正在写入，完成后项目自动关闭。</translation>
    </message>
    <message>
        <source>Stop it and close</source>
        <translation>停止并关闭</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>先不关闭</translation>
    </message>
    <message>
        <source>Still open, because what you typed last is not in the file.</source>
        <translation>暂未关闭：最后输入的内容还没有存入文件。</translation>
    </message>
    <message>
        <source>Close without it</source>
        <translation>放弃并关闭</translation>
    </message>
    <message>
        <source>Everything is saved, the last step at {time}, in {path}</source>
        <translation>全部已保存，最后一步在 {time}，文件：{path}</translation>
    </message>
    <message>
        <source>Everything is saved, in {path}</source>
        <translation>全部已保存，文件：{path}</translation>
    </message>
    <message>
        <source>The review is again as it was at {time}.</source>
        <translation>评审已恢复到 {time} 的状态。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>All files of the evidence match their SHA-256: {count}</source>
        <translation>全部证据文件与 SHA-256 相符：{count} 个</translation>
    </message>
    <message>
        <source>The report was replaced. Every claim stands where it stood.</source>
        <translation>报告已替换，所有陈述位置不变。</translation>
    </message>
    <message>
        <source>The report was replaced. Claims to check: {moved}. Not found again: {lost}.</source>
        <translation>报告已替换：{moved} 条陈述需要核对，{lost} 条未找到。</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>去查看</translation>
    </message>
    <message>
        <source>First select in the text the words that the claim stands in.</source>
        <translation>请先在正文里选中这条陈述所在的文字。</translation>
    </message>
    <message>
        <source>Begin a new version…</source>
        <translation>开始新版本…</translation>
    </message>
    <message>
        <source>Signed by {name} as {role}.</source>
        <translation>{name}已作为{role}签署。</translation>
    </message>
    <message>
        <source>The review is approved and locked.</source>
        <translation>评审已审定并锁定。</translation>
    </message>
    <message>
        <source>What is changed from now on has to be signed again.</source>
        <translation>此后改动的内容需要重新签署。</translation>
    </message>
    <message>
        <source>What you decide here is recorded under the name “{theirs}”.</source>
        <translation>在这里作出的判断以“{theirs}”的名义记录。</translation>
    </message>
    <message numerus="yes">
        <source>%n files of the evidence are not as registered. {first}</source>
        <translation>
            <numerusform>有 %n 个证据文件与登记不符。{first}</numerusform>
        </translation>
    </message>
    <message>
        <source>Use “{own}”</source>
        <translation>改用“{own}”</translation>
    </message>
    <message>
        <source>A field holds {count} characters, so nothing was pasted. Attach longer words as a file.</source>
        <translation>一栏最多 {count} 字，未粘贴；更长的文字请作为文件附上。</translation>
    </message>
    <message>
        <source>This project is open in this window already.</source>
        <translation>这个项目已在这个窗口里打开。</translation>
    </message>
    <message>
        <source>{count} files. How shall they be opened?</source>
        <translation>共 {count} 个文件，如何打开？</translation>
    </message>
    <message>
        <source>One after the other</source>
        <translation>在此窗口逐个打开</translation>
    </message>
    <message>
        <source>Each in its own window</source>
        <translation>各在一个窗口中打开</translation>
    </message>
</context>
<context>
    <name>TextPane</name>
    <message>
        <source>Claim {number}: {quote}</source>
        <translation>陈述 {number}：{quote}</translation>
    </message>
    <message>
        <source>Mark as claim</source>
        <translation>标为陈述</translation>
    </message>
    <message>
        <source>Tag…</source>
        <translation>标签…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Find in the text</source>
        <translation>在正文中查找</translation>
    </message>
    <message>
        <source>Open the table in a window</source>
        <translation>在单独窗口中打开表格</translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation>复制表格</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Top bar</source>
        <extracomment>In a narrower window the export is its sign alone: its name was cut, and the report&apos;s title had no room.</extracomment>
        <translation>顶栏</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>深色</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>{key} goes to the first claim</source>
        <translation>按 {key} 到第一条陈述</translation>
    </message>
    <message>
        <source>{first} to {last} give the verdict</source>
        <translation>按 {first} 到 {last} 判定</translation>
    </message>
    <message>
        <source>{key} attaches evidence, or drop a file on the claim</source>
        <translation>按 {key} 附上证据，或把文件拖到陈述上</translation>
    </message>
    <message>
        <source>{palette} finds anything, {help} helps where you are</source>
        <translation>{palette} 查找一切，{help} 打开当前位置的帮助</translation>
    </message>
    <message>
        <source>{place}/{all}  {words}</source>
        <translation>{place}/{all}  {words}</translation>
    </message>
</context>
<context>
    <name>TrailDialog</name>
    <message>
        <source>Audit trail</source>
        <extracomment>As many of the last steps are listed; the file has all, and exports carry them.</extracomment>
        <translation>全部留痕</translation>
    </message>
    <message>
        <source>Every step since the project was made; none can be changed.</source>
        <translation>项目建立以来的每一步，均不可更改。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Filter by person, step or words</source>
        <translation>按人、步骤或文字筛选</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Verify the record</source>
        <translation>核验留痕</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在核验…</translation>
    </message>
    <message numerus="yes">
        <source>The record is whole: %Ln steps hang together, every file matches its SHA-256.</source>
        <translation>
            <numerusform>留痕完整：%Ln 步前后相连，全部文件与 SHA-256 相符。</numerusform>
        </translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>About</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Claim {number}</source>
        <translation>陈述 {number}</translation>
    </message>
</context>
<context>
    <name>Triage</name>
    <message>
        <source>Those left for later: {count}</source>
        <extracomment>How long an answer can be seen before the next question comes, in milliseconds.</extracomment>
        <translation>看留待稍后的 {count} 条</translation>
    </message>
    <message>
        <source>Attach evidence</source>
        <translation>补附证据</translation>
    </message>
    <message>
        <source>Signatures…</source>
        <translation>签署…</translation>
    </message>
    <message>
        <source>Export PDF…</source>
        <translation>导出 PDF…</translation>
    </message>
</context>
<context>
    <name>UnderWay</name>
    <message>
        <source>Stop</source>
        <extracomment>Makes the sentence from a job&apos;s stage, the piece it is at and how many there are. What is done sooner, in milliseconds, needs no words.</extracomment>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>VerdictLine</name>
    <message>
        <source>Write the rationale, then press 1–7; 6 and 7 need no evidence</source>
        <extracomment>While claims are judged one by one, the keys are what the pane is for. Where a key&apos;s shape and digit have their middle, as shares of its height.</extracomment>
        <translation>先写理由，再按 1–7；6、7 不需要证据</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Recent projects</source>
        <extracomment>In a narrower window the column stands above the page, and both are scrolled: neither could be read. A lower window shows no drop zone, a narrower one no note beside the head of the samples. Of the recent projects so many are listed in any window; a higher one has room for more.</extracomment>
        <translation>最近的项目</translation>
    </message>
    <message>
        <source>Try a sample first</source>
        <translation>先用样例试试</translation>
    </message>
    <message>
        <source>One review from end to end in five minutes</source>
        <translation>五分钟走完一次评审</translation>
    </message>
    <message>
        <source>Enter opens the chosen one, ↑ ↓ choose, {help} helps, {palette} finds anything</source>
        <translation>Enter 打开所选，↑ ↓ 选择，{help} 帮助，{palette} 查找一切</translation>
    </message>
</context>
<context>
    <name>_Column</name>
    <message>
        <source>Policy Review</source>
        <translation>政策报告评审</translation>
    </message>
    <message>
        <source>Read the report, check its figures, judge its claims, keep the evidence.</source>
        <translation>读报告，核数字，判陈述，留证据。</translation>
    </message>
    <message>
        <source>Open report</source>
        <translation>打开报告</translation>
    </message>
    <message>
        <source>TXT, DOCX, PDF, HTML</source>
        <translation>TXT、DOCX、PDF、HTML</translation>
    </message>
    <message>
        <source>Open review project</source>
        <translation>打开评审项目</translation>
    </message>
    <message>
        <source>.prv file</source>
        <translation>.prv 文件</translation>
    </message>
    <message>
        <source>Or drop a file here</source>
        <translation>也可把文件拖到这里</translation>
    </message>
    <message>
        <source>The original stays as it is; all is kept on this computer</source>
        <translation>原件不改动，一切只存本机</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
</context>
<context>
    <name>_Pieces</name>
    <message>
        <source>text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>已略去</translation>
    </message>
    <message>
        <source>residue of the page</source>
        <translation>网页或版面残留</translation>
    </message>
    <message>
        <source>page header</source>
        <translation>页眉</translation>
    </message>
    <message>
        <source>page footer</source>
        <translation>页脚</translation>
    </message>
    <message>
        <source>page number</source>
        <translation>页码</translation>
    </message>
    <message>
        <source>navigation</source>
        <translation>导航</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>repeated</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>p. {page}</source>
        <translation>第 {page} 页</translation>
    </message>
</context>
<context>
    <name>_Rows</name>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>{n} min ago</source>
        <translation>{n} 分钟前</translation>
    </message>
    <message>
        <source>{n} h ago</source>
        <translation>{n} 小时前</translation>
    </message>
    <message>
        <source>{n} d ago</source>
        <translation>{n} 天前</translation>
    </message>
    <message>
        <source>Last step: {edit}</source>
        <translation>最后一步：{edit}</translation>
    </message>
</context>
<context>
    <name>_Sheet</name>
    <message>
        <source>First page</source>
        <translation>首页</translation>
    </message>
</context>
</TS>
