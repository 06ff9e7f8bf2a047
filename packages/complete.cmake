# SPDX-License-Identifier: MIT
# Run by CPack for each package, when its files have been installed into a folder of their own.
execute_process(COMMAND ${CMAKE_CURRENT_LIST_DIR}/complete.py ${CPACK_GENERATOR} ${CPACK_TEMPORARY_DIRECTORY}
                        ${CPACK_HANDBILL_DICTIONARIES}
                COMMAND_ERROR_IS_FATAL ANY)
