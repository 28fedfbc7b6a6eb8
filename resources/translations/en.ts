<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>CodebookDialog</name>
    <message numerus="yes">
        <source>“{name}” is on %n claims and is taken off them. Undo brings it back.</source>
        <translation>
            <numerusform>“{name}” is on %n claim and is taken off it. Undo brings it back.</numerusform>
            <numerusform>“{name}” is on %n claims and is taken off them. Undo brings it back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LedgerPane</name>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %n rows</source>
        <translation>
            <numerusform>{shown} of %n row</numerusform>
            <numerusform>{shown} of %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ManyPage</name>
    <message numerus="yes">
        <source>%n of {all} are judged. The same key again clears their verdicts.</source>
        <translation>
            <numerusform>%n of {all} is judged. The same key again clears its verdict.</numerusform>
            <numerusform>%n of {all} are judged. The same key again clears their verdicts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of {all} are judged otherwise. The same key again makes all of them “{verdict}”.</source>
        <translation>
            <numerusform>%n of {all} is judged otherwise. The same key again makes all of them “{verdict}”.</numerusform>
            <numerusform>%n of {all} are judged otherwise. The same key again makes all of them “{verdict}”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecentRow</name>
    <message numerus="yes">
        <source>%n figures</source>
        <translation>
            <numerusform>%n figure</numerusform>
            <numerusform>%n figures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message numerus="yes">
        <source>%n places</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SigningDialog</name>
    <message numerus="yes">
        <source>%n claims that could be checked have no verdict yet. They are printed so.</source>
        <translation>
            <numerusform>%n claim that could be checked has no verdict yet. It is printed so.</numerusform>
            <numerusform>%n claims that could be checked have no verdict yet. They are printed so.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TableCard</name>
    <message numerus="yes">
        <source>%n figures</source>
        <translation>
            <numerusform>%n figure</numerusform>
            <numerusform>%n figures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Telling</name>
    <message numerus="yes">
        <source>%n files of the evidence are not as registered. {first}</source>
        <translation>
            <numerusform>%n file of the evidence is not as registered. {first}</numerusform>
            <numerusform>%n files of the evidence are not as registered. {first}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrailDialog</name>
    <message numerus="yes">
        <source>The record is whole: %Ln steps hang together, every file matches its SHA-256.</source>
        <translation>
            <numerusform>The record is whole: its %Ln step and every file match their SHA-256.</numerusform>
            <numerusform>The record is whole: %Ln steps hang together, every file matches its SHA-256.</numerusform>
        </translation>
    </message>
</context>
</TS>
