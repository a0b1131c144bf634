# SPDX-License-Identifier: GPL-3.0-or-later
# The sounds are computed while building: makesounds writes one WAV file per tone and side. psolog_add_sounds(<target>)
# puts them into the target's resources as :/sounds/<tone>-<side>.wav.
set(sounds_dir ${CMAKE_CURRENT_LIST_DIR})

function(psolog_add_sounds target)
    add_executable(psolog_makesounds
        ${sounds_dir}/makesounds.cpp ${sounds_dir}/melodies.cpp ${sounds_dir}/melodies.h ${sounds_dir}/synth.cpp ${sounds_dir}/synth.h)
    target_link_libraries(psolog_makesounds PRIVATE psolog_core)
    set_target_properties(psolog_makesounds PROPERTIES AUTOMOC OFF AUTOUIC OFF AUTORCC OFF)

    foreach(tone start step scan hold found released switch halfway last-second answer taken paused finished stop)
        foreach(side left right both)
            list(APPEND files ${CMAKE_CURRENT_BINARY_DIR}/sounds/${tone}-${side}.wav)
        endforeach()
    endforeach()
    add_custom_command(
        OUTPUT ${files}
        COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_CURRENT_BINARY_DIR}/sounds
        COMMAND psolog_makesounds ${CMAKE_CURRENT_BINARY_DIR}/sounds
        DEPENDS psolog_makesounds
        COMMENT "Computing the sounds"
        VERBATIM)
    qt_add_resources(${target} sounds PREFIX / BASE ${CMAKE_CURRENT_BINARY_DIR} FILES ${files})
endfunction()
