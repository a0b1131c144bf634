<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Verdict</name>
    <message numerus="yes">
        <source>%n day(s) missing</source>
        <translation>
            <numerusform>%n day missing</numerusform>
            <numerusform>%n days missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more day(s) with a score before the first release, and there is something to compare with; fourteen in all are better.</source>
        <translation>
            <numerusform>%n more day with a score before the first release, and there is something to compare with; fourteen in all are better.</numerusform>
            <numerusform>%n more days with a score before the first release, and there is something to compare with; fourteen in all are better.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cannot tell: %n more day(s) before the release were needed</source>
        <translation>
            <numerusform>Cannot tell: %n more day before the release was needed</numerusform>
            <numerusform>Cannot tell: %n more days before the release were needed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cannot tell yet: %n more day(s) since the release are needed</source>
        <translation>
            <numerusform>Cannot tell yet: %n more day since the release is needed</numerusform>
            <numerusform>Cannot tell yet: %n more days since the release are needed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 days in; %n more day(s) will tell more.</source>
        <translation>
            <numerusform>%1 of %2 days in; %n more day will tell more.</numerusform>
            <numerusform>%1 of %2 days in; %n more days will tell more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) are missing.</source>
        <translation>
            <numerusform>%n day is missing.</numerusform>
            <numerusform>%n days are missing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>psolog::SafetyScreenWidget</name>
    <message numerus="yes">
        <source>%n answered yes</source>
        <translation>
            <numerusform>%n answered yes</numerusform>
            <numerusform>%n answered yes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>psolog::FindingCard</name>
    <message numerus="yes">
        <source>%n day(s) logged so far</source>
        <translation>
            <numerusform>%n day logged so far</numerusform>
            <numerusform>%n days logged so far</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>psolog::TodayPage</name>
    <message numerus="yes">
        <source>Your last session softened %1 of %n point(s).</source>
        <translation>
            <numerusform>Your last session softened %1 of %n point.</numerusform>
            <numerusform>Your last session softened %1 of %n points.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n release day(s) kept</source>
        <translation>
            <numerusform>%1 of %n release day kept</numerusform>
            <numerusform>%1 of %n release days kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n baseline day(s) logged</source>
        <translation>
            <numerusform>%1 of %n baseline day logged</numerusform>
            <numerusform>%1 of %n baseline days logged</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>psolog::RoutineWords</name>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>psolog::RoutineDetails</name>
    <message numerus="yes">
        <source>and %n more step(s)</source>
        <translation>
            <numerusform>and %n more step</numerusform>
            <numerusform>and %n more steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>psolog::RoutinesView</name>
    <message numerus="yes">
        <source>%n file(s) of yours cannot be used. Each is left as it is.</source>
        <translation>
            <numerusform>%n file of yours cannot be used. It is left as it is.</numerusform>
            <numerusform>%n files of yours cannot be used. Each is left as it is.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>psolog::ReleaseOverview</name>
    <message numerus="yes">
        <source>and %n more step(s)</source>
        <translation>
            <numerusform>and %n more step</numerusform>
            <numerusform>and %n more steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>psolog::ReportWords</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with a score</source>
        <translation>
            <numerusform>%n with a score</numerusform>
            <numerusform>%n with a score</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Experiment</name>
    <message numerus="yes">
        <source>Begins %1. The first release day is one of %n candidate day(s), %2 to %3. Whichever is drawn, the plan ends on %4.</source>
        <translation>
            <numerusform>Begins %1. There is %n candidate day for the first release, %2. The plan ends on %4.</numerusform>
            <numerusform>Begins %1. The first release day is one of %n candidate days, %2 to %3. Whichever is drawn, the plan ends on %4.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Begins %1 and lasts %2 weeks, to %3. %n pair(s): %4 ways to draw them.</source>
        <translation>
            <numerusform>Begins %1 and lasts %2 weeks, to %3. %n pair: %4 ways to draw it.</numerusform>
            <numerusform>Begins %1 and lasts %2 weeks, to %3. %n pairs: %4 ways to draw them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not as planned</source>
        <translation>
            <numerusform>%n not as planned</numerusform>
            <numerusform>%n not as planned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) over: %1, %2 with soreness logged.</source>
        <translation>
            <numerusform>%n day over: %1, %2 with soreness logged.</numerusform>
            <numerusform>%n days over: %1, %2 with soreness logged.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n day(s) without release had one</source>
        <translation>
            <numerusform>%1 of %n day without release had one</numerusform>
            <numerusform>%1 of %n days without release had one</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n release day(s) had none</source>
        <translation>
            <numerusform>%1 of %n release day had none</numerusform>
            <numerusform>%1 of %n release days had none</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>psolog::HistoryRowWords</name>
    <message numerus="yes">
        <source>planned for %n day(s)</source>
        <translation>
            <numerusform>planned for %n day</numerusform>
            <numerusform>planned for %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>psolog::NoteWords</name>
    <message numerus="yes">
        <source>%n day(s) a week</source>
        <translation>
            <numerusform>%n day a week</numerusform>
            <numerusform>%n days a week</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n taken back</source>
        <translation>
            <numerusform>%n taken back</numerusform>
            <numerusform>%n taken back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new note(s)</source>
        <translation>
            <numerusform>%n new note</numerusform>
            <numerusform>%n new notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>psolog::NotesListWidget</name>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Show %n more</numerusform>
            <numerusform>Show %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>psolog::NotesImportDialog</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>psolog::NotesInView</name>
    <message numerus="yes">
        <source>and %n more: History lists all of them</source>
        <translation>
            <numerusform>and %n more: History lists all of them</numerusform>
            <numerusform>and %n more: History lists all of them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>psolog::CoachCard</name>
    <message numerus="yes">
        <source>%n more in History</source>
        <translation>
            <numerusform>%n more in History</numerusform>
            <numerusform>%n more in History</numerusform>
        </translation>
    </message>
</context>
</TS>
